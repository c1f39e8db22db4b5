import { describe, expect, test } from 'vitest';
import { featuresOf, knownShare, type ViewEvidence } from './features.rules.ts';

const known = (idf: number) => ({ id: 1, times: 1, idf, isKnown: true });
const unknown = (idf: number) => ({ id: -1, times: 1, idf, isKnown: false });
function evidence(change: Partial<ViewEvidence> & { scores: number[]; ideal: number }): ViewEvidence {
  const { scores, ideal } = change;
  const best = Math.max(...scores);
  return {
    view: { scores: Float64Array.from(scores), best, bestUnit: best > 0 ? scores.indexOf(best) : -1, ideal },
    terms: [],
    isInTop: [],
    weight: 1,
    ...change,
  };
}

describe('what the scores say about the first hit', () => {
  const words = evidence({ scores: [6, 3], ideal: 12, terms: [known(4), unknown(4)], isInTop: [true, false] });
  const parts = evidence({ scores: [2, 4], ideal: 8, terms: [known(1), known(3)], isInTop: [true, false] });
  const features = featuresOf([words, parts], 0, { first: 2, second: 1.5 }, null);

  test.each([
    ['mainScore', 0.5],
    ['fineScore', 0.25],
    ['coverage', 0.25],
    ['known', 0.5],
    ['margin', 0.25],
    ['agreement', 0.5],
    ['evidence', Math.log(5)],
    ['length', Math.log(2)],
    ['learned', null],
  ] as const)('%s', (name, expected) => {
    expect(features[name]).toBe(expected);
  });

  test('a view that found nothing neither agrees nor disagrees', () => {
    const blind = evidence({ scores: [0, 0], ideal: 5, weight: 10 });
    expect(featuresOf([words, parts, blind], 0, { first: 2, second: 1.5 }, null).agreement).toBe(0.5);
  });

  test('without any term every share is 0, not NaN', () => {
    const empty = evidence({ scores: [0], ideal: 0 });
    const values = Object.values(featuresOf([empty, empty], 0, { first: 0, second: 0 }, null));
    expect(values.filter((value) => value !== null && value !== 0)).toEqual([]);
  });

  test('how much of a question is known counts rare words more', () => {
    expect(knownShare([known(1), unknown(3)])).toBe(0.25);
    expect(knownShare([])).toBe(0);
  });
});
