import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldWeight, ideal, idf, saturate } from './bm25.rules.ts';

describe('the weight of a term', () => {
  test('the rarer the heavier, and never below zero', () => {
    expect(idf(1, 100)).toBeGreaterThan(idf(10, 100));
    expect(idf(0, 100)).toBeGreaterThan(idf(1, 100));
    expect(idf(100, 100)).toBeGreaterThan(0);
    expect(idf(1, 1)).toBeCloseTo(Math.log(1 + 0.5 / 1.5));
  });

  test('more occurrences count for more, but never for more than the ideal', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }), (frequency, more) => {
        // Up to the last bit of a double.
        expect(saturate(frequency + more)).toBeGreaterThanOrEqual(saturate(frequency) * (1 - 1e-15));
        expect(3 * saturate(frequency)).toBeLessThanOrEqual(ideal(3));
      }),
    );
  });

  test('an occurrence in a text of average length has the weight of its field, in a longer one less', () => {
    expect(fieldWeight(3, 20, 20)).toBeCloseTo(3);
    expect(fieldWeight(3, 40, 20)).toBeLessThan(3);
    expect(fieldWeight(3, 5, 20)).toBeGreaterThan(3);
  });

  test('a field that no text has weighs nothing', () => {
    expect(fieldWeight(3, 0, 0)).toBe(0);
  });
});
