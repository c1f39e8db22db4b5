import { afterAll, describe, expect, test } from 'vitest';
import { createTokenizer } from '../../platform/text/tokenizer.ts';
import { readQuestion } from './question.ts';

const tokenizer = createTokenizer();
afterAll(() => tokenizer.close());

describe('reading a question', () => {
  test.each([
    ['返品したいのですが', 'japanese'],
    ['カードがエラーになる', 'kana'],
    ['へんぴんしたいです', 'sound'],
    ['how do i return an item', 'english'],
    ['', 'english'],
    ['😀!?', 'english'],
  ])('%s is %s', async (text, kind) => {
    expect((await readQuestion(text, tokenizer)).kind).toBe(kind);
  });

  test('English is not sent to the Japanese dictionary', async () => {
    expect((await readQuestion('how do i return an item', tokenizer)).tokens).toEqual([]);
  });

  test('a long letter is told from a question', async () => {
    expect((await readQuestion('where is my order', tokenizer)).isLetter).toBe(false);
    expect((await readQuestion('I ordered this a week ago. '.repeat(10), tokenizer)).isLetter).toBe(true);
  });

  test('of twenty thousand characters it looks at the first three thousand, of which six hundred in the dictionary', async () => {
    const { folded, tokens } = await readQuestion('返品したいです。'.repeat(2500), tokenizer);
    expect(folded.length).toBe(3000);
    expect(tokens.map(({ surface }) => surface).join('').length).toBe(600);
  });
});
