import { expect, test } from 'vitest';
import { partsOf, smsSegments } from './text-length.ts';

test('a text message holds 70 characters of Japanese, and 67 where there are several', () => {
  expect([70, 71, 134, 135].map((length) => smsSegments('あ'.repeat(length)))).toEqual([1, 2, 2, 3]);
});

test('plain English fits 160, and one curly quote makes it the other kind', () => {
  expect([160, 161, 306, 307].map((length) => smsSegments('a'.repeat(length)))).toEqual([1, 2, 2, 3]);
  expect(smsSegments(`${'a'.repeat(80)}’`)).toBe(2);
});

test('brackets and the euro count twice, emoji as two', () => {
  expect([smsSegments('€'.repeat(80)), smsSegments('€'.repeat(81))]).toEqual([1, 2]);
  expect([smsSegments('🍵'.repeat(35)), smsSegments('🍵'.repeat(36))]).toEqual([1, 2]);
});

test('nothing is no message; a text of the longest length is one', () => {
  expect(smsSegments('')).toBe(0);
  expect([partsOf('', 500), partsOf('あ'.repeat(500), 500), partsOf('あ'.repeat(501), 500)]).toEqual([1, 1, 2]);
});
