import { expect, test } from 'vitest';
import { isReader, queryToRemember } from './readings.rules.ts';

test.each([
  ['送料', '送料'],
  ['　ソウリョウ　ｼﾘﾀｲ ', 'ソウリョウ シリタイ'],
  ['注文 123456', '注文 123456'],
  ['hanako@mail.example の注文', null],
  ['ｈａｎａｋｏ＠ｍａｉｌ', null],
  ['090-1234-5678', null],
  ['０９０１２３４５６７８', null],
  ['', null],
  ['あ'.repeat(101), null],
])('「%s」 is remembered as %s', (raw, query) => {
  expect(queryToRemember(raw)).toBe(query);
});

const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1';

test('people count, machines and pages fetched in advance do not', () => {
  expect(isReader({ 'user-agent': SAFARI })).toBe(true);
  expect(isReader({ 'user-agent': SAFARI, 'sec-purpose': 'prefetch;prerender' })).toBe(false);
  expect(isReader({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })).toBe(false);
  expect(isReader({})).toBe(false);
});
