import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const canned = (shortcut: string, title: string, text: string, locale: 'ja' | 'en' = 'ja'): CannedResponse => ({
  id: `can_${shortcut}`,
  shortcut,
  title,
  text,
  locale,
  owner: 'shared',
  teamId: null,
  folderId: null,
  files: [],
});
const all = [
  canned('hello', 'First greeting', 'Hello {{customer.name}}', 'en'),
  canned('りょう', '領収書の発行', 'マイページからＰＤＦをダウンロードできます。'),
  canned('はそん', '破損のお詫び', '写真をお送りください。'),
];
const shortcuts = (q: string) => matching(all, q).map(({ shortcut }) => shortcut);

test('without words all are there, Japanese first, by shortcut', () => {
  expect(shortcuts('')).toEqual(['はそん', 'りょう', 'hello']);
});

test('every word must be found somewhere, whatever the width or case of its letters', () => {
  expect(shortcuts('pdf 領収書')).toEqual(['りょう']);
  expect(shortcuts('HELLO')).toEqual(['hello']);
  expect(shortcuts('領収書 写真')).toEqual([]);
});
