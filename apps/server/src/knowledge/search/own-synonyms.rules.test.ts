import { expect, test } from 'vitest';
import { type OwnWord, putIn } from './own-synonyms.rules.ts';

const word = (folded: string): OwnWord => ({ folded, terms: [folded] });
const groups = [['クール便', '冷蔵便', '冷凍便'].map(word), ['ems', '国際スピード郵便'].map(word), ['便', '配達'].map(word)];
const knows =
  (...known: string[]) =>
  (terms: string[]) =>
    terms.every((term) => known.includes(term));

test.each([
  ['no article has the word used: another takes its place', '冷凍便で送れますか', ['クール便'], ' クール便 で送れますか'],
  ['an article has it as well: both count', '冷凍便で送れますか', ['クール便', '冷凍便'], ' 冷凍便 クール便 で送れますか'],
  ['no article has any of them', '冷凍便で送れますか', [], '冷凍便で送れますか'],
  ['both were used', 'クール便と冷蔵便の違い', ['クール便', '冷蔵便'], 'クール便と冷蔵便の違い'],
  ['a whole English word', 'can i use ems?', ['国際スピード郵便'], 'can i use  国際スピード郵便 ?'],
  ['not a part of one', 'two items', ['国際スピード郵便'], 'two items'],
  ['one letter is no word', '便箋がほしい', ['配達'], '便箋がほしい'],
])('%s', (_story, question, known, expected) => {
  expect(putIn(question, groups, knows(...known))).toBe(expected);
});

test('a thousand groups in a circle: only the words of the question are followed, one step', () => {
  const words = Array.from({ length: 1000 }, (_, n) => `茶器${String(n).padStart(4, '0')}番`);
  const circle = words.map((one, n) => [word(one), word(words[(n + 1) % words.length]!)]);
  const question = putIn(`${words[500]}はありますか`, circle, () => true);
  expect(question.trim().split(/\s+/)).toEqual([words[500], words[501], words[499], 'はありますか']);
});

test('a word put in that contains the word of another group sets nothing going', () => {
  const within = Array.from({ length: 50 }, (_, n) => [word(`茶${'々'.repeat(n)}器`), word(`銘茶${'々'.repeat(n + 1)}器`)]);
  expect(putIn('茶器を探す', within, () => true).trim()).toBe('茶器 銘茶々器 を探す');
});
