import { expect, test } from 'vitest';
import { makeResting } from './resting.ts';

test('an endpoint rests for a minute after three failures in a row, alone, and one more failure sends it to rest again', () => {
  let now = 0;
  const { isResting, note } = makeResting(() => now);
  note('a', false);
  note('a', false);
  note('a', true);
  note('a', false);
  note('a', false);
  expect(isResting('a')).toBe(false);
  note('a', false);
  expect([isResting('a'), isResting('b')]).toEqual([true, false]);
  now = 60_001;
  expect(isResting('a')).toBe(false);
  note('a', false);
  expect(isResting('a')).toBe(true);
  now = 200_000;
  note('a', true);
  note('a', false);
  expect(isResting('a')).toBe(false);
});
