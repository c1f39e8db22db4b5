import { expect, test } from 'vitest';
import { addCompany, asAgent } from '../../test/company.ts';
import { call, web } from '../../test/web.ts';
import { createArticle } from '../knowledge/knowledge.commands.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example', { name: '葉月と匙' });
const headers = asAgent(shop.cookies.admin);
const HOST = 'help.mono.example';
const add = async (body: object) => (await call(product, 'POST', '/api/brands', { body, headers })).body;
const mono = await add({ name: 'モノ', key: 'mono', color: '#0b7285', host: HOST });
await add({ name: 'プレーン', key: 'plain', color: '#2b8a3e' });
const fee = { question: '送料はいくらですか', answer: '660円です。', category: '配送', examples: [], locale: 'ja' as const };
const { id } = await createArticle(shop.ctx, fee, { status: 'published', slug: 'fee' });
const open = (host: string, url: string) => product.http.inject({ url, headers: { host } });

test('a brand’s own domain leads to its help center: its name, its color, and its own addresses everywhere', async () => {
  const { body, statusCode } = await open(HOST, '/help/articles/fee');
  expect(statusCode).toBe(200);
  expect(body).toContain('<strong>モノ</strong>');
  expect(body).toContain('--accent:#0b7285');
  expect(body).toContain(`<link rel="canonical" href="http://${HOST}/help/articles/fee"`);
  expect(body).not.toMatch(/葉月と匙|shop\.example/);
  for (const page of ['/sitemap.xml', '/help/feed.xml']) {
    const found = (await open(HOST, page)).body;
    expect(found).toContain(`http://${HOST}/help/articles/fee`);
    expect(found).not.toContain('shop.example');
  }
  expect((await open(HOST, '/robots.txt')).body).toContain(`Sitemap: http://${HOST}/sitemap.xml`);
});

test('hosts that no brand has lead to the default brand, as ever', async () => {
  for (const host of ['shop.example', 'anything.example', 'help.mono.example.evil']) {
    const { body } = await open(host, '/help/articles/fee');
    expect(body).toContain('<strong>葉月と匙</strong>');
    expect(body).toContain(`<link rel="canonical" href="http://${host}/help/articles/fee"`);
  }
});

test('a brand without a domain stands on a path of its own, and no link leads out of it', async () => {
  const { body } = await open('shop.example', '/help/brands/plain/articles/fee');
  expect(body).toContain('<strong>プレーン</strong>');
  const links = [...body.matchAll(/(?:href|action)="(\/help[^"]*)"/g)].map(([, path]) => path!);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !path.startsWith('/help/brands/plain') && !path.startsWith('/help/assets/'))).toEqual([]);
  expect((await open('shop.example', '/help/brands/plain/en')).body).toContain('<html lang="en">');
  expect((await open('shop.example', '/help/brands/nobody')).statusCode).toBe(404);
});

test.each([
  ['shop.example', '/help/brands/main/articles/fee?x=1', '/help/articles/fee?x=1'],
  ['shop.example', '/help/brands/mono/en/faq', `https://${HOST}/help/en/faq`],
  [HOST, '/help/brands/mono/faq', '/help/faq'],
])('%s%s leads to the one address of that page', async (host, url, target) => {
  const { statusCode, headers: said } = await open(host, url);
  expect([statusCode, said.location]).toEqual([302, target]);
});

test('who has no messenger of their own gets none, and writes to people by the form of the default brand', async () => {
  const { body } = await open(HOST, '/help');
  expect(body).not.toContain('data-inbox');
  expect(body).toContain('/help/contact');
  const form = { name: '佐藤', email: 'sato@mail.example', subject: '件名', text: '本文です', externalId: 'form-of-mono-1', website: '' };
  const sent = await product.http.inject({
    method: 'POST',
    url: '/help/contact',
    headers: { host: HOST, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
  const address = /href="(\/help\/inquiries\/[^"]+)"/.exec(sent.body)?.[1];
  expect((await open(HOST, address!)).body).toContain('本文です');

  await call(product, 'PATCH', `/api/inboxes/${shop.chatInboxId}`, { body: { brandId: mono.id }, headers });
  await expect.poll(async () => (await open(HOST, '/help')).body).toContain(`data-inbox="${shop.chatKey}"`);
  expect((await open('shop.example', '/help')).body).not.toContain('data-inbox');
}, 20_000);

test('one page kept for a brand is not shown to the other’s readers', async () => {
  const read = async () => [(await open('shop.example', '/help/articles/fee')).body, (await open(HOST, '/help/articles/fee')).body];
  const [ours, theirs] = await read();
  expect(await read()).toEqual([ours, theirs]);
  expect(ours).not.toBe(theirs);
  await call(product, 'PUT', `/api/articles/${id}/brands`, { body: { brandIds: [mono.id] }, headers });
  expect((await open('shop.example', '/help/articles/fee')).statusCode).toBe(404);
  expect((await open(HOST, '/help/articles/fee')).statusCode).toBe(200);
});
