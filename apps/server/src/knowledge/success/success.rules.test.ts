import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSuccesses } from './kept-successes.ts';
import { HALF_LIFE_DAYS, preferenceAt, type Successes } from './success.rules.ts';

const DAY = 86_400_000;
const of = (counts: Record<string, number>, at = 0): Successes => ({ at, counts: new Map(Object.entries(counts)) });

test('more successes speak louder, to an end, and all are forgotten', () => {
  const now = preferenceAt(of({ one: 1, five: 5, many: 500, faint: 0.4, disliked: -3 }), 0);
  expect([...now.keys()]).toEqual(['one', 'five', 'many']);
  expect(now.get('one')!).toBeLessThan(now.get('five')!);
  expect(now.get('many')).toBe(1);
  expect(preferenceAt(of({ five: 5 }), HALF_LIFE_DAYS * DAY).get('five')!).toBeLessThan(now.get('five')!);
  expect(preferenceAt(of({ five: 5 }), 182 * DAY)).toEqual(new Map());
});

test('it stays between 0 and 1 and never rises by itself', () => {
  const days = fc.double({ min: 0, max: 400, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: -100, max: 1e6, noNaN: true }), days, days, (count, one, other) => {
      const [sooner, later] = [one, other]
        .toSorted((a, b) => a - b)
        .map((day) => preferenceAt(of({ it: count }), day * DAY).get('it') ?? 0);
      expect(sooner).toBeLessThanOrEqual(1);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThanOrEqual(sooner!);
    }),
  );
});

test('a history is read when it is first wanted and behind a question ten minutes later, and one that cannot be read changes nothing', async () => {
  let now = 0;
  const errors: string[] = [];
  const answers = [of({ fee: 3 }), of({ fee: 3, time: 9 })];
  let readings = 0;
  const kept = keepSuccesses(
    async () => {
      readings += 1;
      const next = answers.shift();
      if (!next) throw new Error('away');
      return next;
    },
    () => now,
    ({ message }) => void errors.push(message),
  );
  await kept.read();
  for (let question = 0; question < 1000; question += 1) expect([...kept.preference().keys()]).toEqual(['fee']);
  expect(readings).toBe(1);
  now = 600_000;
  expect([...kept.preference().keys()]).toEqual(['fee']);
  await kept.settled();
  expect([...kept.preference().keys()]).toEqual(['fee', 'time']);
  now = 1_200_000;
  kept.preference();
  await kept.settled();
  expect([[...kept.preference().keys()], errors, readings]).toEqual([['fee', 'time'], ['away'], 3]);
});
