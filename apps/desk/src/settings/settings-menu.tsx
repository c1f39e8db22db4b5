import { CloseButton, TextInput } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useFailing } from '../channels/use-failing.ts';
import type { Section, SectionPath } from './sections.ts';
import css from './settings-page.module.css';

/** So many are seen at a glance; more are searched. */
const AT_A_GLANCE = 8;

/** The sections in their groups; found by their name, or by a word of what they are for. */
export function SettingsMenu({ open, current }: { open: readonly Section[]; current: SectionPath | null }) {
  const t = useAdminWords();
  const failing = useFailing();
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const found = open.filter(({ word, text }) => plain(`${t(word)} ${t(text)}`).includes(plain(q.trim())));
  const groups = [...new Set(found.map(({ group }) => group))];
  const goToFirst = () => found[0] && void navigate({ to: '/settings/$', params: { _splat: found[0].path } });
  return (
    <nav className={css.menu} aria-label={t('settings.title')}>
      {open.length > AT_A_GLANCE && (
        <TextInput
          type="search"
          className={css.search}
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          rightSection={q && <CloseButton size="sm" aria-label={t('list.clear_search')} onClick={() => setQ('')} />}
          maxLength={100}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') setQ('');
            if (event.key === 'Enter') goToFirst();
          }}
        />
      )}
      {found.length === 0 && (
        <p role="status" className={css.groupName}>
          {t('settings.none_found')}
        </p>
      )}
      {groups.map((group) => (
        <div key={group} className={css.group}>
          <p className={css.groupName}>{t(group)}</p>
          {found
            .filter((section) => section.group === group)
            .map(({ path, word, icon: Icon }) => (
              <Link
                key={path}
                to="/settings/$"
                params={{ _splat: path }}
                activeOptions={{ exact: true }}
                className={css.link}
                aria-current={path === current ? 'page' : undefined}
              >
                <Icon size={18} stroke={1.6} aria-hidden />
                <span>{t(word)}</span>
                {path === 'channel-health' && failing > 0 && (
                  <span className={css.failing} title={t('health.some_failing', { count: failing })}>
                    {failing}
                    <span className="visually-hidden">{t('health.some_failing', { count: failing })}</span>
                  </span>
                )}
                <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}
