import { expect, test } from 'vitest';
import { shareOf, unhelpful } from './unhelpful.ts';

const figures = (question: string, yes: number, no: number) => ({
  id: `art_${question}`,
  question,
  locale: 'ja' as const,
  views: 9,
  yes,
  no,
  answered: 0,
  solved: 0,
});

test('articles that helped least come first, and those nobody complained of not at all', () => {
  const sorted = unhelpful([figures('a', 9, 2), figures('b', 0, 0), figures('c', 1, 2), figures('d', 0, 5), figures('e', 3, 0)]);
  expect(sorted.map(({ question }) => question)).toEqual(['d', 'c', 'a']);
});

test('a share of nothing is no share', () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(1, 4)).toBe(0.25);
});
