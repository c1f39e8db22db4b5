import { expect, test } from 'vitest';
import { makeVectors } from './vectors.ts';

const of = (...numbers: number[]): Float32Array => {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (one) => one / length);
};
const all = { limit: 5, isWanted: () => true };

test('an entry is as near as its best part', () => {
  const vectors = makeVectors(5);
  vectors.put('delivery', [of(1, 0, 0, 0, 0), of(0, 1, 0, 0, 0)]);
  vectors.put('returns', [of(1, 1, 0, 0, 0)]);
  vectors.put('parking', [of(0, 0, 1, 0, 0)]);
  const { hits } = vectors.nearest(of(0, 1, 0, 0, 0), all);
  expect(hits.map(({ id }) => id)).toEqual(['delivery', 'returns']);
  expect(hits.map(({ score }) => Math.round(score * 100))).toEqual([100, 71]);
});

test('what is written anew takes the place of what was there', () => {
  const vectors = makeVectors(2, 1);
  for (const id of ['a', 'b', 'c', 'd']) vectors.put(id, [of(1, 0), of(1, 0.1)]);
  vectors.put('b', []);
  vectors.put('a', [of(0, 1), of(0.1, 1), of(1, 1)]);
  vectors.put('e', [of(-1, 0)]);
  const { hits } = vectors.nearest(of(0, 1), all);
  expect(hits.map(({ id, score }) => [id, Math.round(score * 10)])).toEqual([['a', 10]]);
  expect(
    vectors
      .nearest(of(1, 0.1), all)
      .hits.map(({ id }) => id)
      .sort(),
  ).toEqual(['a', 'c', 'd']);
  expect(vectors.size).toBe(4);
});

test('what is not wanted, or was taken out, is not found', () => {
  const vectors = makeVectors(2);
  for (const id of ['a', 'b', 'c']) vectors.put(id, [of(1, 0)]);
  vectors.put('b', []);
  expect(vectors.nearest(of(1, 0), { limit: 5, isWanted: (id) => id !== 'c' }).hits.map(({ id }) => id)).toEqual(['a']);
  expect(vectors.size).toBe(2);
});

test('the first stands out by what it has before the others, and not by its cosine', () => {
  const crowded = makeVectors(3);
  for (const [at, id] of ['a', 'b', 'c'].entries()) crowded.put(id, [of(10, at, 0)]);
  const near = crowded.nearest(of(10, 0, 1), all);
  expect(near.hits[0]!.score).toBeGreaterThan(0.98);
  expect(near.lift).toBeLessThan(0.75);
  const apart = makeVectors(3);
  apart.put('a', [of(1, 0, 0)]);
  apart.put('b', [of(0, 1, 0)]);
  expect(apart.nearest(of(1, 0, 0), all).lift).toBe(1);
  expect(apart.nearest(of(0, 0, 1), all).lift).toBe(0);
});

test('an entry alone stands out from nothing', () => {
  const vectors = makeVectors(2);
  vectors.put('a', [of(1, 0)]);
  expect(vectors.nearest(of(1, 0), all).lift).toBe(0);
});

test('a vector of another width is an error, never a wrong neighbor', () => {
  const vectors = makeVectors(2);
  expect(() => vectors.put('a', [of(1, 0, 0)])).toThrow(RangeError);
  expect(() => vectors.nearest(of(1), all)).toThrow(RangeError);
});
