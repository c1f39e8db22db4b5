import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldReading } from './kana.ts';
import { romajiToKatakana } from './romaji.ts';

test.each([
  ['soryo wa ikura desu ka?', 'ソリョワイクラデスカ'],
  ['henpin dekimasuka', 'ヘンピンデキマスカ'],
  ['kaado de shiharaeru', 'カアドデシハラエル'],
  ['ryoushuusho', 'リョウシュウショ'],
  ['kitte', 'キッテ'],
  ['matcha', 'マッチャ'],
  ["shin'you", 'シンヨウ'],
  ['shimbun', 'シンブン'],
])('%s is %s', (romaji, kana) => {
  expect(romajiToKatakana(romaji)).toBe(kana);
});

test.each(['how much is shipping', 'refund', 'where is my order', '', '123', '返品', 'café'])(
  '%s cannot be Japanese in Latin letters',
  (text) => {
    expect(romajiToKatakana(text)).toBeNull();
  },
);

test.each([
  ['soryo', 'souryou', 'sooryoo'],
  ['ryoshusho', 'ryoushuusho', 'ryosyusyo'],
])('%s, %s and %s sound the same', (...spellings) => {
  expect(new Set(spellings.map((one) => foldReading(romajiToKatakana(one)!))).size).toBe(1);
});

test('whatever is typed, it is katakana or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz -') }), (text) => {
      const kana = romajiToKatakana(text);
      expect(kana === null || /^[ァ-ヴ]*$/.test(kana)).toBe(true);
    }),
  );
});
