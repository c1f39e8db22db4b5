import { expect, test } from 'vitest';
import { faqOf, pageModel } from '../test/models.ts';
import { renderFeed } from './feed.ts';
import { renderSitemap } from './sitemap.ts';

const at = '2026-11-12T00:00:00.000Z';
const articles = faqOf('ja')
  .slice(0, 2)
  .map((article, i) => ({ ...article, id: `art_${i}`, publishedAt: '2026-10-01T00:00:00.000Z', updatedAt: at }));

test('the feed holds whole articles under ids that last', () => {
  const feed = renderFeed({ ...pageModel('ja'), articles });
  expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"');
  expect(feed).toContain('<title>葉月と匙 ヘルプセンター</title>');
  expect(feed.match(/<id>urn:madoguchi:art_\d<\/id>/g)).toHaveLength(2);
  expect(feed).toContain(`<updated>${at}</updated>`);
  expect(feed).toContain('&lt;p&gt;');
});

test('no text can break out of the feed, nor bring in what XML cannot hold', () => {
  const hostile = ']]></title><script>alert(1)</script>&\u0000\u000b\ud800"';
  const feed = renderFeed({ ...pageModel('en'), articles: [{ ...articles[0]!, question: hostile, slug: '"><x>', category: hostile }] });
  expect(feed).not.toContain('<script>');
  expect(feed).not.toContain('\u0000');
  expect(feed).not.toContain('\u000b');
  expect(feed.isWellFormed()).toBe(true);
  expect(feed.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
});

test('the site map names every page once, with its last change and its translation', () => {
  const addresses = [
    { locale: 'ja' as const, slug: 'delivery-fee', category: '配送', updatedAt: at },
    { locale: 'en' as const, slug: 'delivery-fee', category: 'Delivery', updatedAt: '2026-11-13T00:00:00.000Z' },
    { locale: 'ja' as const, slug: 'gift-noshi', category: '', updatedAt: at },
  ];
  const map = renderSitemap({ ...pageModel('ja'), articles: addresses });
  const places = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
  expect(new Set(places).size).toBe(places.length);
  const site = 'https://help.hazuki-saji.example';
  for (const path of ['/help', '/help/en', '/help/faq', '/help/en/faq', '/help/categories/-', '/help/en/articles/delivery-fee'])
    expect(places).toContain(site + path);
  const [fee] = /<url><loc>[^<]*\/help\/articles\/delivery-fee<.*/.exec(map)!;
  expect(fee).toContain('<lastmod>2026-11-13T00:00:00.000Z</lastmod>');
  expect(fee).toContain(`hreflang="en" href="${site}/help/en/articles/delivery-fee"`);
  expect(/<url><loc>[^<]*gift-noshi<.*/.exec(map)![0]).not.toContain('hreflang');
});
