import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, countOneMore, MAX_FIELDS, maskOf } from './field-counts.ts';

const field = fc.integer({ min: 0, max: MAX_FIELDS - 1 });

test('every field keeps its own count', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 200 }), (occurrences) => {
      const counts = occurrences.reduce(countOneMore, 0);
      for (let f = 0; f < MAX_FIELDS; f++) expect(countOf(counts, f)).toBe(occurrences.filter((at) => at === f).length);
      expect(counts).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a count stops at 255 and leaves its neighbor alone', () => {
  const counts = Array.from({ length: 300 }, () => 3).reduce(countOneMore, 0);
  expect([0, 1, 2, 3].map((f) => countOf(counts, f))).toEqual([0, 0, 0, 255]);
});

test('a mask lets through the fields that weigh something', () => {
  const counts = [0, 1, 1, 3].reduce(countOneMore, 0);
  const seen = (weights: number[]): number[] => [0, 1, 2, 3].map((f) => countOf(counts & maskOf(weights), f));
  expect(seen([1, 0, 0, 1])).toEqual([1, 0, 0, 1]);
  expect(seen([0, 0.5, 1, 0])).toEqual([0, 2, 0, 0]);
});
