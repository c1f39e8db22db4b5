import { expect, test } from 'vitest';
import { keptValue } from './values.rules.ts';

test.each([
  ['number', '１，２００', '1200'],
  ['number', '-0012.50', '-12.50'],
  ['number', '12個', null],
  ['date', '2026年3月1日', '2026-03-01'],
  ['date', '2026/3/1', '2026-03-01'],
  ['date', '2026-02-30', null],
  ['yes_no', 'はい', 'yes'],
  ['yes_no', 'なし', 'no'],
  ['yes_no', 'たぶん', null],
  ['choice', 'ｇｏｌｄ', 'Gold'],
  ['choice', 'Platinum', null],
  ['link', 'https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ['link', 'javascript:alert(1)', null],
  ['choices', 'silver、ｇｏｌｄ', 'Gold\nSilver'],
  ['choices', 'Gold\nPlatinum', null],
  ['long_text', ' 一行目\n二行目 ', '一行目\n二行目'],
  ['text', ' そのまま ', 'そのまま'],
  ['number', '  ', ''],
] as const)('%s: %s is kept as %s', (kind, typed, kept) => expect(keptValue({ kind, choices: ['Gold', 'Silver'] }, typed)).toBe(kept));
