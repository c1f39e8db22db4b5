import { expect, test } from 'vitest';
import { attributes, count } from '../test/html.ts';
import { articleModel } from '../test/models.ts';
import { renderArticle } from './article.tsx';

const hostile = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>';

test('a question that is a script stays a question', () => {
  const html = renderArticle(articleModel('ja', 'delivery-fee', { question: hostile, category: hostile, slug: '"><script>' }));
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('&lt;script>alert(1)&lt;/script>');
});

test('an answer that is a script or a javascript: link is cut', () => {
  const answer =
    '<script>alert(1)</script>\n\n[押して](javascript:alert(1)) <a href="JaVaScRiPt:alert(1)">x</a> <svg onload=alert(1)> </script>';
  const html = renderArticle(articleModel('ja', 'delivery-fee', { answer }));
  expect(html).not.toMatch(/alert\(1\)<\/script|javascript:|onload/i);
  expect(html).toContain('押して');
});

test('search engines are told the question, its place, and both languages', () => {
  const html = renderArticle(articleModel('ja', 'delivery-fee'));
  expect(html).toContain('<link rel="canonical" href="https://help.hazuki-saji.example/help/articles/delivery-fee"');
  expect(html).toContain('hreflang="en" href="https://help.hazuki-saji.example/help/en/articles/delivery-fee"');
  const data = JSON.parse(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!);
  const [article, crumbs] = data['@graph'];
  expect(article).toMatchObject({ '@type': 'Article', headline: '送料はいくらですか', dateModified: '2026-11-12T00:00:00.000Z' });
  expect(crumbs.itemListElement.map(({ name }: { name: string }) => name)).toEqual(['ヘルプセンター', '配送', '送料はいくらですか']);
});

test('an article that exists in one language only names no other', () => {
  const html = renderArticle({ ...articleModel('ja', 'gift-noshi'), otherLanguageSlug: null });
  expect(attributes(html, 'hreflang')).toEqual(['en']);
  expect(html).toContain('href="/help/en" hreflang="en"');
});

test('a long article begins with its contents, a short one does not', () => {
  const long = renderArticle(articleModel('ja', 'product-brewing', { answer: '## 湯\n\n…\n\n### 温度\n\n…\n\n## 茶葉\n\n…' }));
  expect(long).toContain('<a href="#section-2">温度</a>');
  expect(long).toContain('<h3 id="section-2">温度</h3>');
  expect(renderArticle(articleModel('ja', 'product-brewing'))).not.toContain('class="contents"');
});

test('feedback is a plain form, and thanks take its place', () => {
  const asked = renderArticle(articleModel('en', 'delivery-fee'));
  expect(asked).toContain('<form method="post" action="/help/en/articles/delivery-fee/feedback">');
  expect(count(asked, /name="helpful"/)).toBe(2);
  const thanked = renderArticle({ ...articleModel('en', 'delivery-fee'), feedback: 'yes' });
  expect(count(thanked, /name="helpful"/)).toBe(0);
});

test('every article of the shop leads to a person, with the time it takes', () => {
  const html = renderArticle(articleModel('ja', 'delivery-late'));
  expect(html).toContain('通常10分以内に担当者が返信します');
  expect(html).toContain('href="/help/contact"');
  expect(html).toContain('data-open-messenger');
});
