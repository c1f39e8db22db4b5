import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropFinalLongVowel, foldReading, toHiragana, toKatakana } from './kana.ts';

describe('kana', () => {
  test('hiragana and katakana turn into each other, other writing stays', () => {
    expect(toKatakana('ごみ箱のゝふた (A)')).toBe('ゴミ箱ノヽフタ (A)');
    expect(toHiragana('ゴミ箱ノヽフター (A)')).toBe('ごみ箱のゝふたー (A)');
  });

  test('to katakana and back is the same text when it had no katakana', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ぁあぃいがぎぱゔゖん漢字Aー') }), (text) => {
        expect(toHiragana(toKatakana(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['サーバー', 'サーバ'],
    ['キー', 'キー'],
    ['らーめんー', 'らーめんー'],
    ['カード', 'カード'],
  ])('the last ー of %s', (word, expected) => {
    expect(dropFinalLongVowel(word)).toBe(expected);
  });
});

describe('the sound of a word', () => {
  test.each([
    ['a long vowel written or not', 'ユーザー', 'ユーザ'],
    ['hiragana and katakana', 'かーど', 'カード'],
    ['ヴァ and バ', 'ヴァイオリン', 'バイオリン'],
    ['ヴ alone', 'ラヴ', 'ラブ'],
    ['small and large kana', 'キヤツシユ', 'キャッシュ'],
    ['ヅ and ズ, ヂ and ジ', 'ツヅキチヂム', 'ツズキチジム'],
  ])('%s sound the same', (_story, one, other) => {
    expect(foldReading(one)).toBe(foldReading(other));
  });

  test('different words keep different sounds', () => {
    expect(foldReading('ヘンピン')).not.toBe(foldReading('ヘンキン'));
  });

  test('folding a sound twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ヴァィゥャッヂヅーヷヺカゲぱぴゔ漢') }), (reading) => {
        expect(foldReading(foldReading(reading))).toBe(foldReading(reading));
      }),
    );
  });
});
