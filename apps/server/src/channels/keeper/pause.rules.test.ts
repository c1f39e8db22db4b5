import { expect, test } from 'vitest';
import { pauseAfter } from './pause.rules.ts';

test('a connection that broke is back within a second; what is refused is tried nine times in the first hour, not sixty', () => {
  const pauses = (aboutInbox: boolean) => [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => pauseAfter(failures, { aboutInbox }) / 1000);
  expect(pauses(false)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(pauses(true)).toEqual([5, 30, 120, 600, 600, 600, 600, 600]);
});
