import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MoveButtons } from './move-buttons.tsx';
import css from './ordered-list.module.css';

type Props = {
  name: string;
  /** Beside the name: that it is off, how many wait. */
  marks: ReactNode;
  facts: readonly string[];
  /** Below the settings: `queues/que_…`. */
  path: string;
  at: number;
  last: number;
  busy: boolean;
  /** Null: it stays where it is. */
  onMove: ((by: -1 | 1) => void) | null;
};

/** One of the things that are tried one after the other: its form behind it, moved with the arrows or with ⌥↑ and ⌥↓. */
export function OrderedRow({ name, marks, facts, path, at, last, busy, onMove }: Props) {
  const lines = [...new Set(facts)];
  return (
    <li
      className={css.row}
      onKeyDown={(event) => {
        if (!onMove || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        const by = event.key === 'ArrowUp' ? -1 : 1;
        if (!busy && at + by >= 0 && at + by <= last) onMove(by);
      }}
    >
      <span className={css.place}>{at + 1}</span>
      <Link to="/settings/$" params={{ _splat: path }} className={css.words}>
        <span className={css.name}>
          {name}
          {marks}
        </span>
        {lines.map((line) => (
          <span key={line} className={css.facts}>
            {line}
          </span>
        ))}
        <IconChevronRight size={16} stroke={1.6} className={css.chevron} aria-hidden />
      </Link>
      {onMove && last > 0 && (
        <span className={css.moves}>
          <MoveButtons name={name} at={at} last={last} busy={busy} onMove={onMove} />
        </span>
      )}
    </li>
  );
}
