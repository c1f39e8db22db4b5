import { expect, test } from 'vitest';
import { trainClassifier } from './classifier.rules.ts';
import { forget, recall } from './recall.rules.ts';

const samples = [
  ...['return an item', 'send it back', 'i want to return this'].map((text) => ({ text, class: 0 })),
  ...['where is my parcel', 'track my order', 'it has not arrived'].map((text) => ({ text, class: 1 })),
  ...['opening hours', 'which teas do you sell', 'who are you'].map((text) => ({ text, class: 2 })),
];
const learned = { classifier: trainClassifier(samples, 3)!, units: [5, 8], examples: 3 };

test('probabilities are told by unit', () => {
  const { byUnit } = recall(learned, 'how do i return it')!;
  expect([...byUnit.keys()]).toEqual([5, 8]);
  expect(byUnit.get(5)!).toBeGreaterThan(byUnit.get(8)!);
});

test('"none of these" never outvotes the likeliest of these', () => {
  const { byUnit, others } = recall(learned, 'your opening hours')!;
  expect(others).toBeLessThanOrEqual(Math.max(...byUnit.values()));
  expect(others).toBeGreaterThan(0);
});

test('a changed entry is not recalled until it is learned again', () => {
  const { byUnit } = recall(forget(learned, new Set([5, 77])), 'how do i return it')!;
  expect([...byUnit.keys()]).toEqual([8]);
});

test('nothing in common, nothing to say', () => {
  expect(recall(learned, '返品')).toBeNull();
});
