import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test.each([
  ['hazuki-saji.example/lp', 'https://hazuki-saji.example/lp'],
  [' https://kiln.example/ ', 'https://kiln.example/'],
  ['info@hazuki-saji.example', 'mailto:info@hazuki-saji.example'],
  ['tel:0312345678', 'tel:0312345678'],
  ['/help/articles/return', '/help/articles/return'],
  ['javascript:alert(1)', null],
  ['//evil.example', null],
  ['返品のこと', null],
])('%s leads to %s', (typed, kept) => {
  expect(addressOf(typed)).toBe(kept);
});
