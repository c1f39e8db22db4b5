import { expect, test } from 'vitest';
import { goAsLinks } from './go-as-links.ts';

test('files go along in their order as long as there is room; one that is too large leaves room for a smaller one behind it', () => {
  const files = [10, 12, 9, 3, 1].map((sizeInBytes) => ({ sizeInBytes }));
  expect(goAsLinks(files, 25).map(({ sizeInBytes }) => sizeInBytes)).toEqual([9, 1]);
  expect(goAsLinks(files, 35)).toEqual([]);
});
