import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

test('the first goes at once, those that come meanwhile go together', async () => {
  const runs: number[][] = [];
  const double = gather(
    async (items: number[]) => {
      runs.push(items);
      await soon();
      return items.map((item) => item * 2);
    },
    { keyOf: String, atOnce: 1, size: 3 },
  );
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(runs).toEqual([[1], [2, 3, 4], [5]]);
});

test('a fault is the fault of one: the others are done again and succeed', async () => {
  const square = gather(
    async (items: number[]) => {
      await soon();
      if (items.includes(3)) throw new Error('not 3');
      return items.map((item) => item * item);
    },
    { keyOf: String, atOnce: 1, size: 10 },
  );
  const results = await Promise.allSettled([1, 2, 3, 4].map(square));
  expect(results.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([1, 4, 'not 3', 16]);
});

test('a failure that would meet all of them is told to all, and nothing is tried again one by one', async () => {
  let runs = 0;
  const away = new Error('the database is away');
  const write = gather(
    async (_items: number[]): Promise<number[]> => {
      runs += 1;
      await soon();
      throw away;
    },
    { keyOf: String, atOnce: 1, size: 10, isEverybodys: (error) => error === away },
  );
  const results = await Promise.allSettled([1, 2, 3, 4].map(write));
  expect(results.map((one) => one.status === 'rejected' && one.reason)).toEqual([away, away, away, away]);
  expect(runs).toBe(2);
});

test('everything is done exactly once, one key never twice in a run nor out of its order, no more runs at once than wished', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(4), { maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      async (keys, atOnce, size) => {
        let under = 0;
        const done: { key: number; n: number }[] = [];
        const put = gather(
          async (items: { key: number; n: number }[]) => {
            under += 1;
            expect(under).toBeLessThanOrEqual(atOnce);
            expect(items.length).toBeLessThanOrEqual(size);
            expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
            done.push(...items);
            await soon();
            under -= 1;
            return items.map(({ n }) => n);
          },
          { keyOf: ({ key }) => String(key), atOnce, size },
        );
        const results = await Promise.all(keys.map((key, n) => put({ key, n })));
        expect(results).toEqual(keys.map((_key, n) => n));
        for (const key of new Set(keys)) {
          const ofKey = done.filter((one) => one.key === key).map(({ n }) => n);
          expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
        }
      },
    ),
  );
});
