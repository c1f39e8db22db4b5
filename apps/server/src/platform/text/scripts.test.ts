import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCjk, kanaShares, splitScripts } from './scripts.ts';

describe('splitting by script', () => {
  test.each([
    ['Japanese with English in it', 'scratchとは何?', ['scratch', 'とは何']],
    ['numbers stand with the words', '2段階認証 iphone15', ['2', '段階認証', 'iphone15']],
    ['compounds stay whole', "node.js, e-mail and don't use c++ or a_b", ['node.js', 'e-mail', 'and', "don't", 'use', 'c++', 'or', 'a_b']],
    ['々 and ー belong to the word', '時々サーバーが', ['時々サーバーが']],
    ['punctuation and emoji part words', '返品・交換😀送料', ['返品', '交換', '送料']],
    ['accents stay with their letters', 'café naïve', ['café', 'naïve']],
    ['Korean and Thai are written as one', '배송 สวัสดี', ['배송', 'สวัสดี']],
    ['nothing but signs', '!? ・…😀', []],
  ])('%s', (_story, text, runs) => {
    expect(splitScripts(text).map((run) => run.text)).toEqual(runs);
  });

  test('every letter and digit of a text is in exactly one run, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const letters = (part: string): string => part.replace(/[^\p{L}\p{N}]/gu, '');
        const runs = splitScripts(text);
        expect(letters(runs.map((run) => run.text).join(''))).toBe(letters(text));
        for (const run of runs) expect(hasCjk(run.text)).toBe(run.script === 'cjk');
      }),
    );
  });
});

test('how much was written by ear', () => {
  expect(kanaShares('返品したい')).toEqual({ kana: 0.6, hiragana: 0.6 });
  expect(kanaShares('へんぴん scratch したい')).toEqual({ kana: 1, hiragana: 1 });
  expect(kanaShares('カードがエラー')).toEqual({ kana: 1, hiragana: 1 / 7 });
  expect(kanaShares('hello 123')).toEqual({ kana: 0, hiragana: 0 });
});
