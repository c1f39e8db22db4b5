import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addProbabilities, bestUnits, fuse } from './fusion.rules.ts';
import type { ScoredView } from './score-view.ts';

function viewOf(scores: number[]): ScoredView {
  const best = Math.max(0, ...scores);
  return { scores: Float64Array.from(scores), best, bestUnit: best > 0 ? scores.indexOf(best) : -1, ideal: best };
}
const scores = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 5 });

describe('several views of one question', () => {
  test('each counts by its weight, whatever the size of its numbers', () => {
    const fused = fuse(
      [
        { weight: 3, view: viewOf([10, 5]) },
        { weight: 1, view: viewOf([0, 0.2]) },
      ],
      2,
    );
    expect([...fused]).toEqual([0.75, 0.625]);
  });

  test('one that finds nothing takes no part', () => {
    const one = { weight: 1, view: viewOf([4, 2]) };
    expect(fuse([one, { weight: 9, view: viewOf([0, 0]) }], 2)).toEqual(fuse([one], 2));
  });

  test('the fused score stays between 0 and 1', () => {
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        const fused = fuse(
          [
            { weight: 1, view: viewOf(one) },
            { weight: 0.4, view: viewOf(other) },
          ],
          5,
        );
        for (const score of fused) expect(score >= 0 && score <= 1 + 1e-9).toBe(true);
      }),
    );
  });
});

test('examples vote for what they teach; the others get "none of these" only where a word speaks for them', () => {
  const fused = Float64Array.from([0.5, 0.5, 0, 0]);
  addProbabilities(
    fused,
    {
      byUnit: new Map([
        [0, 0.75],
        [2, 0.125],
      ]),
      others: 0.25,
    },
    2,
  );
  expect([...fused]).toEqual([2, 1, 0.25, 0]);
});

describe('the best', () => {
  test('come best first, equal ones in their order, and never those with nothing', () => {
    expect(bestUnits(Float64Array.from([1, 0, 3, 1, 2]), 4)).toEqual([2, 4, 0, 3]);
    expect(bestUnits(Float64Array.from([0, 0]), 4)).toEqual([]);
  });

  test('are what sorting everything would give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), fc.integer({ min: 1, max: 8 }), (all, limit) => {
        const sorted = [...all.keys()].filter((unit) => all[unit]! > 0).sort((a, b) => all[b]! - all[a]! || a - b);
        expect(bestUnits(Float64Array.from(all), limit)).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});
