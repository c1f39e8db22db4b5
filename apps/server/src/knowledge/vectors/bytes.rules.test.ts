import { expect, test } from 'vitest';
import { fromBytes, toBytes } from './bytes.rules.ts';

test('a vector comes back from its bytes, wherever they lie', () => {
  const vector = Float32Array.of(0.25, -1, 3e-8);
  expect(fromBytes(toBytes(vector))).toEqual(vector);
  expect(fromBytes(Buffer.concat([Buffer.from('x'), toBytes(vector)]).subarray(1))).toEqual(vector);
  expect([...toBytes(Float32Array.of(1))]).toEqual([0, 0, 128, 63]);
});
