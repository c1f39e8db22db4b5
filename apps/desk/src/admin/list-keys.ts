import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { type Action, useActions } from '../keys/actions.ts';

const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];

type ListKeys = { list: RefObject<HTMLElement | null>; search?: RefObject<HTMLInputElement | null>; more?: readonly Action[] };

/**
 * J K and the arrows move the focus through rows that carry `data-row="<id>"`, "/" goes to the search field; `more` are the list's own keys.
 * Enter needs no action: a row is a link.
 */
export function useListKeys({ list, search, more = [] }: ListKeys): void {
  const move = (by: 1 | -1) => {
    const rows = rowsOf(list.current);
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.max(0, Math.min(at + by, rows.length - 1))]?.focus();
  };
  const moves: Action[] = [
    { id: 'list.next', word: 'key.next_row', group: 'group.list', icon: IconArrowDown, keys: 'j', run: () => move(1) },
    { id: 'list.previous', word: 'key.previous_row', group: 'group.list', icon: IconArrowUp, keys: 'k', run: () => move(-1) },
    {
      id: 'list.next.arrow',
      word: 'key.next_row',
      group: 'group.list',
      icon: IconArrowDown,
      keys: 'arrowdown',
      keyOnly: true,
      run: () => move(1),
    },
    {
      id: 'list.previous.arrow',
      word: 'key.previous_row',
      group: 'group.list',
      icon: IconArrowUp,
      keys: 'arrowup',
      keyOnly: true,
      run: () => move(-1),
    },
  ];
  const find: Action[] = search
    ? [{ id: 'search', word: 'key.search_list', group: 'group.list', icon: IconSearch, keys: '/', run: () => search.current?.select() }]
    : [];
  useActions([...moves, ...find, ...more]);
}

/** The row that has the focus, for keys that act on it. */
export const focusedRow = (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;

/** Before the row in focus goes away: its neighbor takes the focus, so that the keys go on from there. */
export function focusNeighbor(list: HTMLElement | null): void {
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (at !== -1) (rows[at + 1] ?? rows[at - 1])?.focus();
}
