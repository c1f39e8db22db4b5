import { expect, test } from 'vitest';
import { SEEN_KEPT, type Seen, withSeen } from './seen.ts';

test('a reading mark goes forward, never back', () => {
  const seen = withSeen(new Map(), 'cnv_a', 7);
  expect(withSeen(seen, 'cnv_a', 5)).toBe(seen);
  expect(withSeen(seen, 'cnv_a', 9).get('cnv_a')).toBe(9);
});

test('the marks read longest ago are let go', () => {
  let seen: Seen = new Map();
  for (let index = 0; index <= SEEN_KEPT; index++) seen = withSeen(seen, `cnv_${index}`, 1);
  seen = withSeen(seen, 'cnv_1', 2);
  seen = withSeen(seen, 'cnv_new', 1);
  expect([seen.has('cnv_0'), seen.has('cnv_1'), seen.has('cnv_2'), seen.has('cnv_new')]).toEqual([false, true, false, true]);
  expect(seen.size).toBe(SEEN_KEPT);
});
