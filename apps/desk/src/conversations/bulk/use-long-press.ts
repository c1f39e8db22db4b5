import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { toggled } from './selection.ts';
import { selection } from './selection-store.ts';

const LONG_MS = 450;
/** A finger that moves further scrolls. */
const STILL_PX = 10;

/** On a touch screen a long press begins to select, and from then on each tap does. */
export function useLongPress() {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number; done: boolean } | null>(null);
  const end = () => clearTimeout(press.current?.timer);
  const choose = (id: string) => selection.set((now) => toggled(now, id));
  return (id: string) => ({
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      if (pointerType !== 'touch') return;
      const timer = setTimeout(() => {
        if (press.current) press.current.done = true;
        choose(id);
      }, LONG_MS);
      press.current = { timer, x: clientX, y: clientY, done: false };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (press.current && Math.hypot(clientX - press.current.x, clientY - press.current.y) > STILL_PX) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu: (event: MouseEvent) => press.current && event.preventDefault(),
    onClickCapture: (event: MouseEvent) => {
      const touch = press.current;
      press.current = null;
      if (!touch || (event.target as Element).closest('[aria-pressed]')) return;
      if (!touch.done && selection.get().ids.size === 0) return;
      event.preventDefault();
      event.stopPropagation();
      if (!touch.done) choose(id);
    },
  });
}
