import { IconArrowDown, IconArrowUp, IconCornerDownLeft, IconSquareCheck } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';
import { type Action, useActions } from '../../keys/actions.ts';
import { extended, toggled } from '../bulk/selection.ts';
import { selection } from '../bulk/selection-store.ts';

type ListKeys = {
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly { id: string }[];
  openId: string | undefined;
  scrollTo: (index: number) => void;
};

/** j/k and the arrows move a cursor (the focus) over the rows, Enter opens, x selects and shift with the arrows selects on. Without one, the open conversation is where it starts. */
export function useListKeys({ scroller, rows, openId, scrollTo }: ListKeys): void {
  const cursor = useRef<string | null>(null);

  const rowAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);

  const move = (by: 1 | -1) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index;
    const from = focused === undefined ? rows.findIndex((row) => row.id === (cursor.current ?? openId)) : Number(focused);
    const to = from === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
    if (!rows[to]) return null;
    cursor.current = rows[to].id;
    scrollTo(to);
    // The row may only come into being by the scrolling.
    requestAnimationFrame(() => rowAt(to)?.focus({ preventScroll: true }));
    return rows[to].id;
  };

  const here = () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index;
    return focused === undefined ? (cursor.current ?? openId) : rows[Number(focused)]?.id;
  };
  const toggle = () => {
    const id = here() ?? rows[0]?.id;
    if (id && rows.some((row) => row.id === id)) selection.set((now) => toggled(now, id));
  };
  const extend = (by: 1 | -1) => {
    const from = here();
    if (from && selection.get().anchor === null) selection.set((now) => toggled(now, from));
    const to = move(by);
    if (to) selection.set((now) => extended(now, rows, to));
  };

  // A dialog that closes may take the focus back from the row just walked to: the cursor stays where it is.
  const open = () => {
    const focused = scroller.current?.querySelector<HTMLElement>('[data-index]:focus');
    (focused ?? rowAt(rows.findIndex((row) => row.id === (cursor.current ?? openId))))?.click();
  };

  const moves: Action[] = [
    { id: 'list.next', word: 'hint.next', group: 'group.list', icon: IconArrowDown, keys: 'j', run: () => void move(1) },
    { id: 'list.previous', word: 'hint.previous', group: 'group.list', icon: IconArrowUp, keys: 'k', run: () => void move(-1) },
    {
      id: 'list.next.arrow',
      word: 'hint.next',
      group: 'group.list',
      icon: IconArrowDown,
      keys: 'arrowdown',
      keyOnly: true,
      run: () => void move(1),
    },
    {
      id: 'list.previous.arrow',
      word: 'hint.previous',
      group: 'group.list',
      icon: IconArrowUp,
      keys: 'arrowup',
      keyOnly: true,
      run: () => void move(-1),
    },
    { id: 'list.select', word: 'bulk.toggle', group: 'group.list', icon: IconSquareCheck, keys: 'x', run: toggle },
    {
      id: 'list.extend.down',
      word: 'bulk.extend',
      group: 'group.list',
      icon: IconArrowDown,
      keys: 'shift+arrowdown',
      run: () => extend(1),
    },
    {
      id: 'list.extend.up',
      word: 'bulk.extend',
      group: 'group.list',
      icon: IconArrowUp,
      keys: 'shift+arrowup',
      keyOnly: true,
      run: () => extend(-1),
    },
    { id: 'list.open', word: 'hint.open', group: 'group.list', icon: IconCornerDownLeft, keys: 'enter', run: open },
  ];
  useActions(moves);
}
