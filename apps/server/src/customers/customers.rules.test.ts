import { expect, test } from 'vitest';
import { normaliseIdentity } from './customers.rules.ts';

test.each([
  ['email', ' Hanako.Sato@Example.JP ', 'hanako.sato@example.jp'],
  ['email', 'ｈａｎａｋｏ@example.jp', 'hanako@example.jp'],
  ['phone', '090-1234-5678', '+819012345678'],
  ['phone', '０３（１２３４）５６７８', '+81312345678'],
  ['phone', '+1 415 555 0100', '+14155550100'],
  ['phone', '+81 (0)90 1234 5678', '+819012345678'],
  ['phone', '0081-90-1234-5678', '+819012345678'],
  ['phone', '010-81-90-1234-5678', '+819012345678'],
  ['phone', '81-3-1234-5678', '+81312345678'],
  ['phone', '０９０‐１２３４‐５６７８（携帯）', '+819012345678'],
  ['phone', '03-1234-5678 内線 12', '+81312345678'],
  ['phone', '0120-444-444', '+81120444444'],
  ['phone', '110', '110'],
  ['external', ' C-1001 ', 'C-1001'],
] as const)('%s %s is kept as %s', (kind, typed, kept) => {
  expect(normaliseIdentity(kind, typed)).toBe(kept);
});
