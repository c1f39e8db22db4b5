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
