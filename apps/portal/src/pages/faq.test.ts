import { expect, test } from 'vitest';
import { attributes, count } from '../test/html.ts';
import { faqOf, groupsOf, pageModel } from '../test/models.ts';
import { renderFaq } from './faq.tsx';

const page = renderFaq({ ...pageModel('ja'), groups: groupsOf('ja') });

test('every question unfolds to its answer and leads to its own page', () => {
  expect(count(page, /<details>/)).toBe(faqOf('ja').length);
  for (const { slug } of faqOf('ja')) expect(attributes(page, 'href')).toContain(`/help/articles/${slug}`);
});

test('search engines get the same questions and answers', () => {
  const data = JSON.parse(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page)![1]!);
  const [faq] = data['@graph'];
  expect(faq['@type']).toBe('FAQPage');
  expect(faq.mainEntity).toHaveLength(faqOf('ja').length);
  expect(faq.mainEntity.find(({ name }: { name: string }) => name === '送料はいくらですか').acceptedAnswer.text).toContain('1,210円');
});

test('a long answer is only begun here, and headings of answers stand below their question', () => {
  const article = { slug: 'long', category: '', question: '長い話', answer: '長い話です。'.repeat(400) };
  const headed = { slug: 'headed', category: '', question: '章のある話', answer: '## 章\n\n本文\n\n### 節\n\n本文' };
  const html = renderFaq({ ...pageModel('ja'), groups: [{ name: '', articles: [article, headed] }] });
  expect(html.length).toBeLessThan(20_000);
  expect(html).toContain('続きを読む');
  expect(html).toContain('<h4>章</h4>');
  expect(html).toContain('<h5>節</h5>');
});

test('an answer that is a script stays words, in the page and in the data', () => {
  const hostile = {
    slug: 'x',
    category: '',
    question: '</script><script>alert(1)</script>',
    answer: '<script>alert(1)</script>やあ</script>',
  };
  const html = renderFaq({ ...pageModel('ja'), groups: [{ name: '', articles: [hostile] }] });
  expect(html).not.toContain('<script>alert');
});
