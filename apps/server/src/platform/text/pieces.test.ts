import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutIntoPieces } from './pieces.ts';

describe('cutting a long text into pieces', () => {
  test('behind a sentence where there is one in the second half', () => {
    expect(cutIntoPieces('返品は七日以内です。送料はお客様の負担です', 14)).toEqual(['返品は七日以内です。', '送料はお客様の負担です']);
  });

  test('anywhere when there is none, but not inside a character', () => {
    expect(cutIntoPieces('あああああ', 2)).toEqual(['ああ', 'ああ', 'あ']);
    expect(cutIntoPieces('𠮷𠮷', 3)).toEqual(['𠮷', '𠮷']);
  });

  test('the pieces joined are the text, and none is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('あ', '。', '\n', 'x', '𠮷') }), fc.integer({ min: 2, max: 12 }), (text, limit) => {
        const pieces = cutIntoPieces(text, limit);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
