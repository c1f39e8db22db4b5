import { expect, test } from 'vitest';
import { wordsOf } from './sticker.rules.ts';

const sticker = (...keywords: string[]) => ({ text: '［スタンプ］', blocks: [{ type: 'sticker' as const, keywords, imageUrl: null }] });

test('a sticker that thanks or greets is heard as that; any other is no question', () => {
  expect(wordsOf(sticker('お辞儀', 'ありがとう'))).toBe('ありがとう');
  expect(wordsOf(sticker('thanks', 'bow'))).toBe('thanks');
  expect(wordsOf(sticker('こんにちは'))).toBe('こんにちは');
  expect(wordsOf(sticker('走る', '汗'))).toBeNull();
  expect(wordsOf(sticker())).toBeNull();
});

test('words are words', () => {
  expect(wordsOf({ text: '返品はできますか', blocks: [] })).toBe('返品はできますか');
});
