import { expect, test } from 'vitest';
import { count } from '../test/html.ts';
import { categoriesOf, faqOf, pageModel } from '../test/models.ts';
import { renderSearch } from './search.tsx';

const popular = faqOf('ja').slice(0, 5);
const model = { ...pageModel('ja'), popular, categories: categoriesOf('ja') };

test('what was asked stays in the field, however hostile', () => {
  const html = renderSearch({ ...model, q: '"><script>alert(1)</script>', results: [] });
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
});

test('each result says where it comes from and marks what was looked for', () => {
  const results = faqOf('ja').filter((article) => article.category === '返品・交換');
  const html = renderSearch({ ...model, q: '返品したい', results });
  expect(count(html, /data-hit/)).toBe(results.length);
  expect(html).toContain('<mark>返品</mark>はできますか');
  expect(html).toContain(`${results.length}件の記事が見つかりました`);
});

test('nothing found: says so, and gives other ways on', () => {
  const html = renderSearch({ ...model, q: '宇宙旅行', results: [] });
  expect(html).toContain('「宇宙旅行」に合う記事は見つかりませんでした');
  for (const { question } of popular) expect(html).toContain(question);
  expect(html).toContain('/help/categories/%E9%85%8D%E9%80%81');
  expect(html).toContain('href="/help/contact"');
});

test('results are not for search engines, and the other language is asked the same', () => {
  const html = renderSearch({ ...model, q: '送料 沖縄', results: [] });
  expect(html).toContain('content="noindex"');
  expect(html).toContain(`href="/help/en/search?${new URLSearchParams({ q: '送料 沖縄' })}"`);
});
