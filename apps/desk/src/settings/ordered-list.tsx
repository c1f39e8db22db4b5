import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import css from './ordered-list.module.css';

export type Ordered = { id: string; name: string; facts: string; off: boolean };
type Props = { items: readonly Ordered[]; path: string; busy: boolean; onOrder: (ids: string[]) => void };

/** Things that are tried one after the other, each leading to its form; moved with the arrows, or with ⌥↑ and ⌥↓ on a row. */
export function OrderedList({ items, path, busy, onOrder }: Props) {
  const t = useAdminWords();
  const move = (at: number, by: -1 | 1) => {
    const ids = items.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved && at + by >= 0 && at + by <= ids.length) onOrder(ids.toSpliced(at + by, 0, moved));
  };
  return (
    <ol className={css.list}>
      {items.map(({ id, name, facts, off }, at) => (
        <li
          key={id}
          className={css.row}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            move(at, event.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <span className={css.place}>{at + 1}</span>
          <Link to="/settings/$" params={{ _splat: `${path}/${id}` }} className={css.words}>
            <span className={css.name}>
              {name}
              {off && <span className={css.badge}>{t('ordered.off')}</span>}
            </span>
            <span className={css.facts}>{facts}</span>
            <IconChevronRight size={16} stroke={1.6} className={css.chevron} aria-hidden />
          </Link>
          <span className={css.moves}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={at === 0 || busy}
              aria-label={t('queues.up', { name })}
              onClick={() => move(at, -1)}
            >
              <IconArrowUp size={16} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={at === items.length - 1 || busy}
              aria-label={t('queues.down', { name })}
              onClick={() => move(at, 1)}
            >
              <IconArrowDown size={16} stroke={1.6} />
            </ActionIcon>
          </span>
        </li>
      ))}
    </ol>
  );
}
