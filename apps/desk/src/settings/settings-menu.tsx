import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useFailing } from '../channels/use-failing.ts';
import type { Section, SectionPath } from './sections.ts';
import css from './settings-page.module.css';

export function SettingsMenu({ open, current }: { open: readonly Section[]; current: SectionPath | null }) {
  const t = useAdminWords();
  const failing = useFailing();
  const groups = [...new Set(open.map(({ group }) => group))];
  return (
    <nav className={css.menu} aria-label={t('settings.title')}>
      {groups.map((group) => (
        <div key={group} className={css.group}>
          <p className={css.groupName}>{t(group)}</p>
          {open
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
