/** What was, what is and what was taken back. `key` and `at` belong to the last change. */
export type History<T> = { past: readonly T[]; now: T; future: readonly T[]; key: string | null; at: number };

const MOST = 100;
/** Changes of one kind this close together are taken back together: a word, not a letter. */
const TOGETHER_MS = 1500;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [], key: null, at: 0 });

/**
 * Notes a change. Changes with the same `key` in quick succession count as one; null never joins.
 * @param at when, in milliseconds
 */
export function change<T>(history: History<T>, now: T, key: string | null, at: number): History<T> {
  if (Object.is(now, history.now)) return history;
  const joins = key !== null && key === history.key && at - history.at < TOGETHER_MS && history.past.length > 0;
  return { past: joins ? history.past : [...history.past, history.now].slice(-MOST), now, future: [], key, at };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], key: null, at: 0 };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future: rest, key: null, at: 0 };
}
