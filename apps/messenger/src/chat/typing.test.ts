import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeTyping } from './typing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('writing is told every three seconds, and its end after five seconds of rest', () => {
  const say = vi.fn();
  const { typed } = makeTyping(say);
  for (let key = 0; key < 40; key += 1) {
    typed();
    vi.advanceTimersByTime(100);
  }
  expect(say.mock.calls).toEqual([[true], [true]]);
  vi.advanceTimersByTime(5000);
  expect(say).toHaveBeenLastCalledWith(false);
});

test('sending ends it at once, and what was not begun is not ended', () => {
  const say = vi.fn();
  const { typed, stopped } = makeTyping(say);
  stopped();
  expect(say).not.toHaveBeenCalled();
  typed();
  stopped();
  expect(say.mock.calls).toEqual([[true], [false]]);
});
