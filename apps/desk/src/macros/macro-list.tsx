import type { Macro } from '@madoguchi/contract/macros.ts';
import { Menu, TextInput } from '@mantine/core';
import { IconLock, IconSearch, IconWand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../app/locale.tsx';
import css from './macros.module.css';

/** More than these are looked for by their name. */
const AT_A_GLANCE = 6;

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** The macros to choose from, inside a menu. */
export function MacroList({ macros, onChoose }: { macros: readonly Macro[]; onChoose: (macro: Macro) => void }) {
  const t = useWords();
  const [q, setQ] = useState('');
  const found = macros.filter(({ name }) => fold(name).includes(fold(q.trim())));
  return (
    <>
      <Menu.Label>{t('macro.title')}</Menu.Label>
      {macros.length > AT_A_GLANCE && (
        <TextInput
          className={css.search}
          type="search"
          aria-label={t('macro.search')}
          placeholder={t('macro.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      )}
      <div className={css.items}>
        {found.map((macro) => (
          <Menu.Item
            key={macro.id}
            leftSection={<IconWand size={16} stroke={1.6} />}
            rightSection={macro.owner === 'private' ? <IconLock size={14} stroke={1.6} aria-label={t('macro.private')} /> : null}
            onClick={() => onChoose(macro)}
          >
            {macro.name}
          </Menu.Item>
        ))}
      </div>
      {found.length === 0 && (
        <p className={css.none}>
          {t(macros.length === 0 ? 'macro.none' : 'macro.none_found')}{' '}
          {macros.length === 0 && (
            <Link to="/settings/$" params={{ _splat: 'macros' }}>
              {t('macro.make')}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
