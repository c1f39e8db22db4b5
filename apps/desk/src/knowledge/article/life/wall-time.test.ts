import { expect, test } from 'vitest';
import { fromWallTime, toWallTime } from './wall-time.ts';

test.each([
  ['Asia/Tokyo', '2026-11-30T10:00', '2026-11-30T01:00:00.000Z'],
  ['Asia/Tokyo', '2027-01-01T00:00', '2026-12-31T15:00:00.000Z'],
  ['America/New_York', '2026-11-01T12:00', '2026-11-01T17:00:00.000Z'],
  ['America/New_York', '2026-10-31T12:00', '2026-10-31T16:00:00.000Z'],
  ['UTC', '2026-02-28T23:59', '2026-02-28T23:59:00.000Z'],
])('%s: %s on the wall is %s, and back', (zone, wall, at) => {
  expect(fromWallTime(wall, zone)).toBe(at);
  expect(toWallTime(at, zone)).toBe(wall);
});

test('a time that the clocks skip comes out as one that exists; what is no time as none', () => {
  const skipped = fromWallTime('2026-03-08T02:30', 'America/New_York');
  expect(['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z']).toContain(skipped);
  expect(fromWallTime('', 'Asia/Tokyo')).toBeNull();
  expect(fromWallTime('2026-13-40T10:00', 'Asia/Tokyo')).toBeNull();
});
