import { expect, test } from 'vitest';
import { articleText } from './article-text.ts';

test('an article goes into a reply as plain text with the address where it can be read again', () => {
  const hit = { answer: '**8日以内**にご連絡ください。\n\n1. 箱に入れる\n2. [ラベル](/help/label)を貼る', url: '/help/articles/returns' };
  expect(articleText(hit, 'https://desk.example')).toBe(
    '8日以内にご連絡ください。\n\n1. 箱に入れる\n2. ラベル (/help/label)を貼る\n\nhttps://desk.example/help/articles/returns',
  );
});
