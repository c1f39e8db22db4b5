import { expect, test } from 'vitest';
import { looksLikeMarkdown } from './markdown-text.ts';

test.each([
  ['steps', '1. かごを開く\n2. 進む', true],
  ['a table', '| 先 | 送料 |\n| --- | --- |', true],
  ['bold words', '**八日以内**にご連絡ください', true],
  ['a link', '[返品](/help/articles/return)はこちら', true],
  ['an ordinary letter', 'お世話になっております。\n3*4 の箱で、5~6日で届きますか?', false],
  ['a price list', '急須 5,500円\n湯のみ 1,100円', false],
] as const)('%s', (_story, text, expected) => {
  expect(looksLikeMarkdown(text)).toBe(expected);
});
