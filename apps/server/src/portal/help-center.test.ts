import { beforeAll, describe, expect, test } from 'vitest';
import { addCompany, asAgent } from '../../test/company.ts';
import { call, web } from '../../test/web.ts';
import { createArticle, saveArticle } from '../knowledge/knowledge.commands.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1';
const get = (url: string, headers: Record<string, string> = {}) =>
  product.http.inject({ method: 'GET', url, headers: { 'user-agent': PHONE, ...headers } });
const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const [slug, question, category] of [
    ['fee', '送料はいくらですか', '配送'],
    ['return', '返品はできますか', '返品'],
    ['receipt', '領収書はもらえますか', '支払い'],
  ] as const) {
    const article = { question, answer: `${question}と聞かれたらこう答えます。`, category, examples: [], locale: 'ja' as const };
    ids[slug] = (await createArticle(shop.ctx, article, { status: 'published', slug })).id;
  }
  const english = { question: 'How much is delivery?', answer: '500 yen.', category: 'Delivery', examples: [], locale: 'en' as const };
  await createArticle(shop.ctx, english, { status: 'published', slug: 'fee' });
});

describe('pages that are the same for everybody', () => {
  test.each([
    '/help',
    '/help/faq',
    '/help/en/faq',
    '/help/articles/fee',
    '/help/categories/%E9%85%8D%E9%80%81',
    '/help/feed.xml',
    '/sitemap.xml',
    '/robots.txt',
  ])('%s is not sent again as long as it has not changed', async (url) => {
    const first = await get(url);
    expect(first.statusCode).toBe(200);
    expect(first.headers['cache-control']).toContain('public');
    expect(first.headers['set-cookie']).toBeUndefined();
    const etag = String(first.headers.etag);
    expect((await get(url, { 'if-none-match': `"other", ${etag.replace('W/', '')}` })).statusCode).toBe(304);
    expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  test('a saved change is a new page at once', async () => {
    const before = await get('/help/articles/receipt');
    const article = {
      question: '領収書はもらえますか',
      answer: 'はい、マイページから。',
      category: '支払い',
      examples: [],
      locale: 'ja' as const,
    };
    await saveArticle(shop.ctx, ids.receipt!, { ...article, version: 1 });
    const after = await get('/help/articles/receipt', { 'if-none-match': String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.body).toContain('マイページから');
  });

  test('nothing of one person is kept: search, form, vote, errors', async () => {
    for (const url of ['/help/search?q=x', '/help/contact', '/help/articles/fee?feedback=yes', '/help/nothing'])
      expect((await get(url)).headers['cache-control'], url).toMatch(/private|no-store/);
  });

  test('no script stands in a page, so the policy needs no exception', async () => {
    const page = await get('/help/faq');
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
    for (const [element] of page.body.matchAll(/<script[^>]*>/g)) expect(element).toMatch(/src="\/|ld\+json/);
  });
});

test('a page is compressed for who can read that, and is the same page', async () => {
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
  const plain = await get('/help/faq');
  const br = await get('/help/faq', { 'accept-encoding': 'gzip, br' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
  const gzip = await get('/help/faq', { 'accept-encoding': 'gzip, br;q=0' });
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
});

test('every page switches the language where it stands', async () => {
  const other = async (url: string) => /<a href="([^"]+)" hreflang="(?:ja|en)"/.exec((await get(url)).body)?.[1];
  expect(await other('/help/faq')).toBe('/help/en/faq');
  expect(await other('/help/articles/fee')).toBe('/help/en/articles/fee');
  expect(await other('/help/articles/return')).toBe('/help/en');
  expect(await other('/help/categories/%E9%85%8D%E9%80%81')).toBe('/help/en/categories/Delivery');
  expect(await other('/help/en/categories/Delivery')).toBe('/help/categories/%E9%85%8D%E9%80%81');
  expect(await other('/help/contact')).toBe('/help/en/contact');
});

test('suggestions come as questions with their addresses', async () => {
  await expect
    .poll(async () => (await get('/help/suggest?q=%E3%81%9D%E3%81%86r')).json())
    .toEqual({ suggestions: [{ question: '送料はいくらですか', url: '/help/articles/fee' }] });
  for (const url of ['/help/suggest', '/help/suggest?q=', '/help/suggest?q=a&q=b', '/help/suggest?q=%00'])
    expect((await get(url)).statusCode, url).toBe(200);
});

test('what readers do becomes the report: read articles, searches in vain, what nobody found; machines do not count', async () => {
  for (let n = 0; n < 3; n += 1) await get('/help/articles/fee', { referer: 'http://localhost/help/search?q=x' });
  const unread = { question: '誰も読まない話', answer: '…', category: '', examples: [], locale: 'ja' as const };
  await createArticle(shop.ctx, unread, { status: 'published', slug: 'unread' });
  await get('/help/articles/unread', { 'user-agent': 'Googlebot/2.1' });
  await get('/help/articles/unread', { 'sec-purpose': 'prefetch' });
  for (const q of ['宇宙旅行', '宇宙旅行', 'hanako@mail.example', '090-1234-5678', '送料'])
    await get(`/help/search?${new URLSearchParams({ q })}`);
  const report = async () => (await call(product, 'GET', '/api/help-center/report?days=7', { headers: asAgent(shop.cookies.agent) })).body;
  await expect.poll(async () => (await report()).searches).toMatchObject([{ query: '宇宙旅行', locale: 'ja', count: 2 }, { query: 'x' }]);
  const { articles, neverFound } = await report();
  const fee = articles.find(({ id }: { id: string }) => id === ids.fee);
  expect(fee.views).toBeGreaterThanOrEqual(3);
  expect(neverFound.map(({ question }: { question: string }) => question)).toContain('誰も読まない話');
  const kept = async () => {
    const rows = await shop.ctx.transaction((tx) => tx.selectFrom('help_searches').select('query').execute());
    return rows.map(({ query }) => query).sort();
  };
  await expect.poll(kept).toEqual(['x', '宇宙旅行', '送料']);
});

test('a pinned article leads the FAQ and the front page at once', async () => {
  const firstOf = async (url: string) =>
    /<h3>([^<]*)<\/h3>|class="rows"><li><a[^>]*><span>([^<]*)</
      .exec((await get(url)).body)
      ?.slice(1)
      .find(Boolean);
  await call(product, 'PUT', `/api/articles/${ids.return}/pin`, { headers: asAgent(shop.cookies.admin), body: { pinned: true } });
  expect(await firstOf('/help/faq')).toBe('返品はできますか');
  expect(await firstOf('/help')).toBe('返品はできますか');
});

test('robots are shown the map and kept out of what is a person’s', async () => {
  const { body } = await get('/robots.txt', { host: 'help.shop.example' });
  expect(body).toContain('Sitemap: http://help.shop.example/sitemap.xml');
  expect(body).toContain('Disallow: /help/inquiries/');
});
