import type { View } from '@madoguchi/contract/conversations.ts';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../app/locale.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { countsQuery } from '../conversations.queries.ts';
import { countLabel, views } from '../views.ts';
import { inView } from './field-filter.ts';
import css from './list-head.module.css';

/** The views as a menu, for screens without room for their column. */
export function ViewMenu({ view }: { view: View }) {
  const t = useWords();
  const navigate = useNavigate();
  const { data: counts } = useQuery(countsQuery);
  const now = views.find(({ name }) => name === view)!;
  return (
    <LazyMenu
      position="bottom-start"
      width={240}
      target={
        <button type="button" className={css.menu}>
          {t(now.word)}
          <span className={css.count}>{countLabel(counts, view)}</span>
          <IconChevronDown size={16} stroke={1.8} aria-hidden />
        </button>
      }
    >
      {views.map(({ name, word }) => (
        <Menu.Item
          key={name}
          rightSection={countLabel(counts, name)}
          fw={name === view ? 600 : undefined}
          onClick={() => navigate({ to: '/', search: inView(name) })}
        >
          {t(word)}
        </Menu.Item>
      ))}
    </LazyMenu>
  );
}
