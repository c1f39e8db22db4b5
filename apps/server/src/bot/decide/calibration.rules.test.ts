import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_SHIPPED, barFor, calibrated, ENOUGH_JUDGED, fitCalibration, type Judged } from './calibration.rules.ts';

/** Questions whose true chance is known, so that a fit can be held against it. */
function questions(count: number, trueChance: (p: number) => number): Judged[] {
  return Array.from({ length: count }, (_, i) => {
    const correct = ((i * 37) % 100) / 100 + 0.005;
    return { correct, right: ((i * 61) % 101) / 101 < trueChance(correct) };
  });
}

const judged = fc.record({ correct: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
const some = fc.array(judged, { maxLength: 120 });

describe('the number shown', () => {
  test('is the shipped one until enough is known here', () => {
    expect(fitCalibration(questions(ENOUGH_JUDGED - 1, () => 0))).toEqual(AS_SHIPPED);
    expect(calibrated(0.73, AS_SHIPPED)).toBe(0.73);
  });

  test.each([
    ['knowledge that is better than the model thinks', (p: number) => Math.sqrt(p)],
    ['knowledge that is worse than the model thinks', (p: number) => p * p],
  ])('comes close to the measured share: %s', (_story, truth) => {
    const fit = fitCalibration(questions(600, truth));
    for (const p of [0.2, 0.5, 0.8]) {
      expect(Math.abs(calibrated(p, fit) - truth(p)), `at ${p}`).toBeLessThan(0.08);
      expect(Math.abs(calibrated(p, fit) - truth(p))).toBeLessThan(Math.abs(p - truth(p)));
    }
  });

  test('rises with what the model thinks, whatever was judged', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (known, a, b) => {
        const fit = fitCalibration(known);
        const [low, high] = [calibrated(Math.min(a, b), fit), calibrated(Math.max(a, b), fit)];
        expect(low).toBeLessThanOrEqual(high);
        expect(low >= 0 && high <= 1).toBe(true);
      }),
    );
  });
});

describe('how sure the bot must be', () => {
  test('nine right answers of ten, fitted to its own questions, are about nine of ten', () => {
    const known = questions(1000, (p) => p);
    const fit = fitCalibration(known);
    const bar = barFor(0.9, known, fit);
    const answered = known.filter(({ correct }) => calibrated(correct, fit) >= bar);
    expect(answered.length).toBeGreaterThan(100);
    expect(Math.abs(answered.filter(({ right }) => right).length / answered.length - 0.9)).toBeLessThan(0.04);
  });

  test('the shipped bar for nine of ten is the one that was measured', () => {
    expect(barFor(0.9, [], AS_SHIPPED)).toBe(0.6);
  });

  test('a higher share never asks for less', () => {
    const share = fc.double({ min: 0.5, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(some, share, share, (known, a, b) => {
        const fit = fitCalibration(known);
        expect(barFor(Math.min(a, b), known, fit)).toBeLessThanOrEqual(barFor(Math.max(a, b), known, fit));
      }),
    );
  });
});
