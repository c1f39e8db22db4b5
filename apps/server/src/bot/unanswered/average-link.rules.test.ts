import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageLink } from './average-link.rules.ts';

/** The plain way: the two groups that are most alike on average, again and again. */
function plainly(alike: number[][], least: number): number[][] {
  let groups = alike.map((_, at) => [at]);
  const mean = (a: number[], b: number[]) =>
    a.reduce((sum, i) => sum + b.reduce((row, j) => row + alike[i]![j]!, 0), 0) / (a.length * b.length);
  for (;;) {
    const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => ({ a, b, alike: mean(a, b) })));
    const best = pairs.reduce<(typeof pairs)[number] | null>((most, one) => (most && most.alike >= one.alike ? most : one), null);
    if (!best || best.alike <= least) return groups;
    groups = [...groups.filter((one) => one !== best.a && one !== best.b), [...best.a, ...best.b]];
  }
}
const inOrder = (groups: number[][]) => groups.map((group) => group.toSorted((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);

test('gives the groups that joining the two most alike, again and again, gives', () => {
  const values = fc.integer({ min: 2, max: 9 }).chain((n) =>
    fc.tuple(
      fc.constant(n),
      // No two pairs as alike: which of them goes first is nobody's business.
      fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 }),
    ),
  );
  fc.assert(
    fc.property(values, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ([n, drawn], least) => {
      const square = Array.from({ length: n }, () => new Array<number>(n).fill(0));
      let next = 0;
      for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) square[i]![j] = square[j]![i] = drawn[next++]! / 100_000;
      expect(inOrder(averageLink(Float32Array.from(square.flat()), n, least))).toEqual(inOrder(plainly(square, least)));
    }),
    { numRuns: 300 },
  );
});

test('ends where all are as alike, and where none is', () => {
  expect(averageLink(new Float32Array(16).fill(0.9), 4, 0.5).map((group) => group.length)).toEqual([4]);
  expect(averageLink(new Float32Array(16), 4, 0.5)).toHaveLength(4);
  expect(averageLink(new Float32Array(0), 0, 0.5)).toEqual([]);
});
