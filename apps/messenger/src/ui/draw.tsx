import { render } from 'preact';
import { emptyState, type Store } from '../state/state.ts';
import { App } from './app.tsx';
import type { Screen } from './screen.ts';
import { makeSettle } from './settle.ts';

const minuteInMilliseconds = 60_000;

/** Keeps what is on screen equal to the state, drawing once however many changes come together. */
export function draw(root: ShadowRoot, store: Store, parts: Omit<Screen, 'state' | 'color'>, color: () => string): void {
  const settle = makeSettle(root);
  let before = emptyState;
  let due = false;
  function now() {
    due = false;
    const state = store.get();
    const isNews = settle(before, state, () => render(<App {...parts} state={state} color={color()} />, root));
    before = state;
    if (isNews) store.set({ away: true });
  }
  function soon() {
    if (!due) queueMicrotask(now);
    due = true;
  }
  store.subscribe(soon);
  // 3分前 and the opening hours move on by themselves.
  setInterval(() => store.get().open && soon(), minuteInMilliseconds);
  now();
}
