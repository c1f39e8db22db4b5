import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTyped } from './typed.rules.ts';

test.each([
  ['kana', 'そうりょう', ['ソウリョウ']],
  ['letters an input method has not turned into kana yet', 'そうryo', ['ソウリョ']],
  ['full-width letters of the same', 'そうｒｙｏ', ['ソウリョ']],
  ['a syllable that is only begun', 'そうr', ['ソウラ', 'ソウリ', 'ソウル', 'ソウレ', 'ソウロ']],
  ['a glide that is only begun', 'そうry', ['ソウリ']],
  ['romaji alone', 'soury', ['ソウリ']],
  ['romaji in two words', 'soryo ikura', ['ソリョイクラ']],
  ['one kana', 'へ', ['ヘ']],
  ['kanji has no reading without a dictionary', '返品', []],
  ['English has none', 'delivery', []],
])('%s: %s', (_story, typed, readings) => {
  expect(readTyped(typed).readings).toEqual(readings);
});

test('n may be ん or the beginning of な', () => {
  expect(readTyped('へn').readings).toEqual(expect.arrayContaining(['ヘン', 'ヘナ', 'ヘニ']));
});

test('letters after kanji are compared as the kana they become', () => {
  expect(readTyped('返品si').texts).toContain('返品し');
});

test('whatever is typed, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      for (const sound of readTyped(typed).sounds) expect(sound).not.toBe('');
    }),
  );
});
