import { expect, test } from 'vitest';
import { pooled } from './pooling.rules.ts';

/** Two texts of up to two tokens, of two numbers each; the second text has one token, the rest is padding. */
const output = { data: Float32Array.of(3, 0, 3, 8, 0, 5, 9, 9), dims: [2, 2, 2] };
const rounded = (vectors: Float32Array[] | null) => vectors?.map((vector) => [...vector].map((one) => Math.round(one * 1000) / 1000));

test('the mean is of the tokens, not of the padding; cls is the first', () => {
  expect(rounded(pooled(output, [2, 1], 'mean'))).toEqual([
    [0.6, 0.8],
    [0, 1],
  ]);
  expect(rounded(pooled(output, [2, 1], 'cls'))).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('a model that pools by itself is only scaled', () => {
  expect(rounded(pooled({ data: Float32Array.of(3, 4), dims: [1, 2] }, [7], 'mean'))).toEqual([[0.6, 0.8]]);
});

test.each([
  ['nothing', { data: Float32Array.of(0, 0), dims: [1, 2] }],
  ['no number', { data: Float32Array.of(Number.NaN, 1), dims: [1, 2] }],
  ['another count of texts', { data: Float32Array.of(1, 2, 3, 4), dims: [2, 2] }],
  ['one number for all', { data: Float32Array.of(1), dims: [1] }],
])('%s is no vector', (_what, given) => {
  expect(pooled(given, [1], 'mean')).toBeNull();
});
