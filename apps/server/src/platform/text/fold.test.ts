import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, foldText } from './fold.ts';

/** Any JavaScript string, broken ones (lone surrogates) among them. */
const anyString = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
const anyText = fc.oneof(anyString, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));

describe('one spelling for what reads alike', () => {
  test.each([
    ['full width and half width', 'ＡＢＣ１２３ ｶｰﾄﾞ', 'abc123 カード'],
    ['capitals', 'PayPay で Pay', 'paypay で pay'],
    ['an ideographic space, tabs and line ends', '送料　は\t\r\nいくら ', '送料 は いくら'],
    ['curly quotes and an accent typed as an apostrophe', '“don’t” can´t', '"don\'t" can\'t'],
    ['every sort of hyphen', 'e‐mail 03−1234–5678', 'e-mail 03-1234-5678'],
    ['a hyphen typed for the long vowel mark', 'サ-バ- と コ‐ヒ−を', 'サーバー と コーヒーを'],
    ['a hyphen between a katakana word and a number', 'データ-1', 'データ-1'],
    ['characters nobody sees', 'パス\u200bワード\ufeff\u00ad', 'パスワード'],
    ['circled and squared letters', '㈱①㍻', '(株)1平成'],
    ['lone surrogates and control characters', 'a\ud800b\u0000c', 'a b c'],
    ['nothing', ' \u3000\n', ''],
  ])('%s', (_story, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('folding twice changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  test('what comes out is well-formed, trimmed and in single spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(folded.isWellFormed()).toBe(true);
        expect(folded).not.toMatch(/^\s|\s$|\s\s|\p{Cc}/u);
      }),
    );
  });
});

describe('cutting', () => {
  test('never halves a character', () => {
    expect(cutText('𠮷野家', 1)).toBe('');
    expect(cutText('𠮷野家', 2)).toBe('𠮷');
    expect(cutText('𠮷野家', 3)).toBe('𠮷野');
  });

  test('keeps short texts and never exceeds the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(cut)).toBe(true);
        if (text.length <= limit) expect(cut).toBe(text);
      }),
    );
  });
});
