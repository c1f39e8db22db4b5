import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstRunAfter, goesBefore } from './retention.rules.ts';

test.each([
  ['conversations', 1, '2026-03-31T12:00:00.000Z', '2026-02-28T12:00:00.000Z'],
  ['conversations', 12, '2028-02-29T00:00:00.000Z', '2027-02-28T00:00:00.000Z'],
  ['conversations', 14, '2026-11-22T08:30:00.000Z', '2025-09-22T08:30:00.000Z'],
  ['payloads', 30, '2026-03-31T12:00:00.000Z', '2026-03-01T12:00:00.000Z'],
] as const)('%s kept for %i, at %s: what is older than %s goes', (kind, keep, now, before) => {
  expect(goesBefore(kind, keep, new Date(now)).toISOString()).toBe(before);
});

test('longer never takes more than shorter, at any moment', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 119 }),
      (now, keep) => {
        expect(goesBefore('conversations', keep + 1, now).getTime()).toBeLessThan(goesBefore('conversations', keep, now).getTime());
      },
    ),
  );
});

test('a week passes before more goes than before; taking less goes on as it was', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const later = new Date('2026-11-29T00:00:00Z');
  const standing = { keep: 12, firstRunAt: new Date('2026-10-01T00:00:00Z') };
  expect([firstRunAfter(null, 12, now), firstRunAfter(standing, 6, now)]).toEqual([later, later]);
  expect(firstRunAfter(standing, 24, now)).toEqual(standing.firstRunAt);
});
