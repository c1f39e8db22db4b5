import { expect, test } from 'vitest';
import { partsOf } from './text-length.ts';

test('a text of the longest length is one message', () => {
  expect([partsOf('', 500), partsOf('あ'.repeat(500), 500), partsOf('あ'.repeat(501), 500)]).toEqual([1, 1, 2]);
});
