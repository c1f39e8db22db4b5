import { expect, test } from 'vitest';
import { normaliseIdentity } from './customers.rules.ts';

test.each([
  ['email', ' Hanako.Sato@Example.JP ', 'hanako.sato@example.jp'],
  ['email', 'ｈａｎａｋｏ@example.jp', 'hanako@example.jp'],
  ['phone', '090-1234-5678', '+819012345678'],
  ['phone', '０３（１２３４）５６７８', '+81312345678'],
  ['phone', '+1 415 555 0100', '+14155550100'],
  ['external', ' C-1001 ', 'C-1001'],
] as const)('%s %s is kept as %s', (kind, typed, kept) => {
  expect(normaliseIdentity(kind, typed)).toBe(kept);
});
