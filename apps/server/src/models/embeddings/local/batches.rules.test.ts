import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf, stepsOf } from './batches.rules.ts';

test('steps keep every text in order, and are short', () => {
  const text = fc.integer({ min: 0, max: 2000 }).map((length) => 'あ'.repeat(length));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const steps = stepsOf(texts);
      expect(steps.flat()).toEqual(texts);
      for (const step of steps) expect(step.length === 1 || (step.length <= 8 && step.join('').length <= 1000)).toBe(true);
    }),
  );
});

test('runs hold every text once, within the bound of tokens', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 60 }), (lengths) => {
      const runs = runsOf(lengths, 1024);
      expect(runs.flat().sort((one, other) => one - other)).toEqual([...lengths.keys()]);
      for (const run of runs) expect(run.length * Math.max(...run.map((at) => lengths[at]!))).toBeLessThanOrEqual(1024);
    }),
  );
});
