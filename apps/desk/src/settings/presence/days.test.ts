import { expect, test } from 'vitest';
import { daysBetween } from './days.ts';

test.each([
  ['a day in Tokyo', '2026-11-24', '2026-11-24', 'Asia/Tokyo', '2026-11-23T15:00:00.000Z', '2026-11-24T15:00:00.000Z'],
  ['over the end of a month', '2026-11-30', '2026-12-01', 'Asia/Tokyo', '2026-11-29T15:00:00.000Z', '2026-12-01T15:00:00.000Z'],
  ['a day of 25 hours', '2026-10-25', '2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['a day of 23 hours', '2026-03-08', '2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
])('%s', (_story, from, to, zone, startsAt, endsAt) => {
  expect(daysBetween(from, to, zone)).toEqual({ startsAt, endsAt });
});
