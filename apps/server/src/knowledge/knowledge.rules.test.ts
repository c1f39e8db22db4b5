import { describe, expect, test } from 'vitest';
import { changedFields, refuseContent, statusFact, tidyContent } from './knowledge.rules.ts';
import type { ArticleContent } from './knowledge.types.ts';

const fee: ArticleContent = {
  question: '送料はいくらですか',
  answer: '660円です。',
  category: '配送',
  examples: ['送料は', '配送料'],
  locale: 'ja',
};

describe('what an editor saves', () => {
  test('loses blanks around, empty and repeated examples, and Windows line ends', () => {
    const typed = {
      ...fee,
      question: '　送料はいくらですか \n',
      answer: '660円です。\r\n\r\n以上\r\n',
      category: ' 配送 ',
      examples: ['送料は', ' ', '送料は ', '配送料'],
    };
    expect(tidyContent(typed)).toEqual({ ...fee, answer: '660円です。\n\n以上' });
  });

  test.each([
    ['nothing', {}, []],
    ['the answer', { answer: '770円です。' }, ['answer']],
    ['an example', { examples: ['送料は'] }, ['examples']],
    ['the order of the examples', { examples: ['配送料', '送料は'] }, ['examples']],
    ['language and category', { locale: 'en' as const, category: '' }, ['category', 'locale']],
  ])('that changes %s is told by field', (_story, change, fields) => {
    expect(changedFields(fee, { ...fee, ...change })).toEqual(fields);
  });

  test.each([
    ['a draft without an answer', { question: 'q', answer: '' }, 'draft', null],
    ['a published article without one', { question: 'q', answer: '' }, 'published', 'answer_missing'],
    ['an archived one without one', { question: 'q', answer: '' }, 'archived', null],
    ['nothing asked', { question: '', answer: 'a' }, 'draft', 'question_missing'],
    ['both', { question: 'q', answer: 'a' }, 'published', null],
  ] as const)('with %s', (_story, content, status, refused) => {
    expect(refuseContent(content, status)).toBe(refused);
  });
});

describe('a change of status', () => {
  test.each([
    ['draft', 'published', 'published'],
    ['archived', 'published', 'published'],
    ['published', 'draft', 'unpublished'],
    ['archived', 'draft', 'restored'],
    ['published', 'archived', 'archived'],
    ['draft', 'archived', 'archived'],
    ['published', 'published', null],
    ['draft', 'draft', null],
    ['archived', 'archived', null],
  ] as const)('from %s to %s is %s', (from, to, what) => {
    expect(statusFact(from, to)).toBe(what);
  });
});
