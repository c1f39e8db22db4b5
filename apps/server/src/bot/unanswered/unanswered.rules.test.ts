import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldQuestion, questionKey } from './unanswered.rules.ts';

describe('two customers asked the same', () => {
  test.each([
    ['in other widths and cases', 'ＰａｙＰａｙは使えますか？', 'paypayは 使えますか'],
    ['with and without punctuation', '「急須」のふただけ、買えますか。', '急須のふただけ買えますか'],
    ['with line ends', '急須の\nふた', '急須の ふた'],
  ])('%s', (_story, one, other) => {
    expect(questionKey(one)).toBe(questionKey(other));
  });

  test('but not when a word differs', () => {
    expect(questionKey('急須のふた')).not.toBe(questionKey('急須のふたか'));
  });

  test('whatever they typed, it can be indexed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(Buffer.byteLength(foldQuestion(text))).toBeLessThanOrEqual(1200);
        expect(foldQuestion(text).isWellFormed()).toBe(true);
      }),
    );
  });
});
