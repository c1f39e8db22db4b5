import { expect, test } from 'vitest';
import { botVerdict, worthTeaching } from './bot-verdict.ts';

const hit = (articleId: string) => ({ audience: 'public' as const, articleId, question: articleId, answer: '', url: '', score: 1 });
const shipping = 'art_shipping';

test('the article is first among the answers: it would be quoted, and needs no lesson', () => {
  const verdict = botVerdict({ decision: 'answer', hits: [hit(shipping), hit('art_fee')] }, shipping, true);
  expect(verdict).toBe('try.this_answers');
  expect(worthTeaching(verdict)).toBe(false);
});

test('another article would be quoted instead: the words can be taught', () => {
  const verdict = botVerdict({ decision: 'answer', hits: [hit('art_fee'), hit(shipping)] }, shipping, true);
  expect(verdict).toBe('try.other_answers');
  expect(worthTeaching(verdict)).toBe(true);
});

test('unsure between several, it matters whether the article is among those offered', () => {
  expect(botVerdict({ decision: 'clarify', hits: [hit('art_fee'), hit(shipping)] }, shipping, true)).toBe('try.clarify_with');
  expect(botVerdict({ decision: 'clarify', hits: [hit('art_fee')] }, shipping, true)).toBe('try.clarify_without');
});

test('a draft is never quoted, and the try says so instead of blaming its words', () => {
  const verdict = botVerdict({ decision: 'handoff', hits: [] }, shipping, false);
  expect(verdict).toBe('try.draft');
  expect(worthTeaching(verdict)).toBe(false);
});
