import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

const kinds = (mine: string, theirs: string) => lineDiff(mine, theirs).map(({ kind, text }) => `${kind[0]} ${text}`);

test('a changed line stands between the lines that stayed', () => {
  const mine = '送料は550円です。\n\n5,000円以上で無料。';
  const theirs = '送料は600円です。\n\n5,000円以上で無料。\n離島は別料金。';
  expect(kinds(mine, theirs)).toEqual(['m 送料は550円です。', 't 送料は600円です。', 's ', 's 5,000円以上で無料。', 't 離島は別料金。']);
});

test('each side can be read back from the marks', () => {
  const mine = 'あ\nい\nう\nあ';
  const theirs = 'い\nあ\nえ\nあ\nお';
  const lines = lineDiff(mine, theirs);
  const side = (other: string) =>
    lines
      .filter(({ kind }) => kind !== other)
      .map(({ text }) => text)
      .join('\n');
  expect(side('theirs')).toBe(mine);
  expect(side('mine')).toBe(theirs);
});

test('two very long texts are shown one after the other instead of freezing the screen', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join('\n');
  expect(lineDiff(long('a'), long('b'))).toHaveLength(6000);
});
