import { expect, test } from 'vitest';
import { money } from './money.ts';

test.each([
  ['5940', 'JPY', 'ja', '￥5,940'],
  ['5940', 'JPY', 'en', '¥5,940'],
  ['19.8', 'USD', 'en', '$19.80'],
  ['1234.5', '☃', 'ja', '1,234.5 ☃'],
] as const)('%s %s in %s is %s', (amount, currency, locale, written) => {
  expect(money(amount, currency, locale)).toBe(written);
});
