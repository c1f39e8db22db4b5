import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../../test/company.ts';
import { call, web } from '../../../test/web.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { createArticle } from '../knowledge.commands.ts';
import { pinArticle } from '../pins.commands.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example', { name: '葉月と匙' });
const headers = asAgent(shop.cookies.admin);
const made = async (path: string, body: object) => (await call(product, 'POST', path, { body, headers })).body;
const brands = (await call(product, 'GET', '/api/brands', { headers })).body.items as { id: string; name: string }[];
const [main] = brands;
const HOST = 'help.mono.example';
const mono = await made('/api/brands', { name: 'モノ', key: 'mono', color: '#0b7285', host: `https://${HOST}/` });
const plain = await made('/api/brands', { name: 'プレーン', key: 'plain', color: '#2b8a3e' });
const inboxFor = async (brandId: string): Promise<string> => {
  const { id } = await shop.ctx.transaction((tx) =>
    tx
      .insertInto('inboxes')
      .values({
        workspace_id: shop.workspaceId,
        id: shop.chatInboxId.slice(0, -1) + brandId.at(-1),
        name: brandId,
        channel: 'chat',
        key: brandId,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  await call(product, 'PATCH', `/api/inboxes/${id}`, { body: { brandId }, headers });
  return brandId;
};
const chatOf = { main: shop.chatKey, mono: await inboxFor(mono.id), plain: await inboxFor(plain.id) };

/** Words that stand in the article for one brand and nowhere else. */
const SECRET = /ぜんまい|zenmai|原価/i;
const only = {
  question: 'ぜんまい仕掛けの急須の原価はいくらですか',
  answer: 'ぜんまい仕掛けの急須の原価は1,200円です。',
  category: 'ぜんまい',
  examples: ['ぜんまい急須の仕入れ値'],
  locale: 'ja' as const,
};
const open = { ...only, question: '送料はいくらですか', answer: '660円です。', category: '配送', examples: [] };
const q = encodeURIComponent(only.question);

/** Every way to an article, at the help center that stands at `base` on a host, and in the messenger of an inbox. */
const doorsAt = (base: string, chatKey: string) => [
  base,
  `${base}/faq`,
  `${base}/en`,
  `${base}/articles/zenmai`,
  `${base}/articles/zenmai-before`,
  `${base}/articles/fee`,
  `${base}/categories/${encodeURIComponent('ぜんまい')}`,
  `${base}/suggest?q=${encodeURIComponent('ぜんまい仕掛け')}`,
  `${base}/feed.xml`,
  '/sitemap.xml',
  `/api/chat/${chatKey}/articles`,
  `/api/chat/${chatKey}/articles?q=${q}`,
];
const shown = async (host: string, url: string) => (await product.http.inject({ method: 'GET', url, headers: { host } })).body;

async function leaksAt(host: string, base: string, chatKey: string): Promise<string[]> {
  const bodies = await Promise.all(doorsAt(base, chatKey).map(async (url) => [url, await shown(host, url)] as const));
  // The search page says again what was asked: there the answer's own words give it away.
  const search = await shown(host, `${base}/search?q=${q}`);
  return [
    ...bodies.filter(([url, body]) => SECRET.test(body.replaceAll(url, ''))).map(([url]) => url),
    ...(/1,200円|articles\/zenmai/.test(search) ? ['search'] : []),
  ];
}
const leaks = {
  main: () => leaksAt('shop.example', '/help', chatOf.main),
  mono: () => leaksAt(HOST, '/help', chatOf.mono),
  plain: () => leaksAt('shop.example', '/help/brands/plain', chatOf.plain),
};

async function heardFromBot(chatKey: string): Promise<string> {
  const visitor = await addVisitor(product, chatKey);
  await visitor.say(only.question);
  const texts = async () =>
    JSON.stringify((await visitor.read()).messages.filter(({ author }: { author: { kind: string } }) => author.kind !== 'customer'));
  await expect.poll(async () => (await texts()).length).toBeGreaterThan(2);
  return texts();
}

test('an article for one brand is found by that brand’s customers, at every door, and comes out of none that others have', async () => {
  await createArticle(shop.ctx, open, { status: 'published', slug: 'fee' });
  const { id } = await createArticle(shop.ctx, only, { status: 'published', slug: 'zenmai-before' });
  await call(product, 'PUT', `/api/articles/${id}/address`, { body: { slug: 'zenmai' }, headers });
  await pinArticle(shop.ctx, id, true);
  const setBrands = (brandIds: string[] | null) => call(product, 'PUT', `/api/articles/${id}/brands`, { body: { brandIds }, headers });
  // Related articles are shown on the other one; the category and both addresses tell of it; so does everything else but the English page.
  for (const of of ['main', 'mono', 'plain'] as const)
    await expect.poll(async () => (await leaks[of]()).length, { message: `${of}: for all brands` }).toBeGreaterThanOrEqual(9);

  expect((await setBrands([mono.id])).body).toMatchObject({ brandIds: [mono.id], isPinned: true });
  await expect.poll(leaks.main).toEqual([]);
  await expect.poll(leaks.plain).toEqual([]);
  expect((await leaks.mono()).length).toBeGreaterThanOrEqual(9);
  expect(await heardFromBot(chatOf.main)).not.toMatch(SECRET);
  expect(await heardFromBot(chatOf.plain)).not.toMatch(SECRET);
  const own = await heardFromBot(chatOf.mono);
  expect(own).toContain('1,200円');
  expect(own).toContain(`https://${HOST}/help/articles/zenmai`);

  // Whoever knows its id cannot make the bot quote it either.
  const visitor = await addVisitor(product, chatOf.main);
  await visitor.say('これ', { choice: { kind: 'article', articleId: id } });
  await expect.poll(async () => (await visitor.read()).messages.length).toBeGreaterThan(1);
  expect(JSON.stringify((await visitor.read()).messages)).not.toMatch(SECRET);

  const [hit] = (await call(product, 'GET', `/api/articles/search?q=${q}`, { headers })).body.hits;
  expect(hit, 'agents find it, with a link that customers can open').toMatchObject({
    articleId: id,
    url: `https://${HOST}/help/articles/zenmai`,
  });

  expect((await setBrands([plain.id, main!.id])).body.brandIds).toEqual([plain.id, main!.id].sort());
  await expect.poll(leaks.mono).toEqual([]);
  await expect.poll(async () => (await leaks.plain()).length).toBeGreaterThanOrEqual(9);
  await expect.poll(async () => (await leaks.main()).length).toBeGreaterThanOrEqual(9);
  expect(await heardFromBot(chatOf.plain)).toContain('/help/brands/plain/articles/zenmai');

  expect((await setBrands(null)).body.brandIds).toBeNull();
  await expect.poll(async () => (await leaks.mono()).length).toBeGreaterThanOrEqual(9);
}, 90_000);

test('its translation is for the same brand', async () => {
  const { id } = await createArticle(shop.ctx, { ...only, question: 'ぜんまいの保証' }, { status: 'published' });
  await call(product, 'PUT', `/api/articles/${id}/brands`, { body: { brandIds: [mono.id] }, headers });
  expect((await made(`/api/articles/${id}/translations`, {})).brandIds).toEqual([mono.id]);
});

test('a customer’s own connection, which knows of no brand, sees what is for all of them', async () => {
  const { id } = await createArticle(shop.ctx, { ...only, question: 'ぜんまいの在庫' }, { status: 'published' });
  const viewer = { workspaceId: shop.workspaceId, inboxes: [], customerId: 'cus_00000000000000000000000000' };
  const customer = makeCtx(product.platform, viewer, systemActor);
  const seen = () => customer.transaction((tx) => tx.selectFrom('articles').select('id').where('id', '=', id).execute());
  expect(await seen()).toHaveLength(1);
  await call(product, 'PUT', `/api/articles/${id}/brands`, { body: { brandIds: [mono.id] }, headers });
  expect(await seen()).toEqual([]);
});

test('a brand of nobody here is refused, and one that an article names cannot be removed', async () => {
  const { id } = await createArticle(shop.ctx, { ...open, question: '包装はできますか' }, { status: 'published' });
  const set = (brandIds: string[]) => call(product, 'PUT', `/api/articles/${id}/brands`, { body: { brandIds }, headers });
  expect((await set(['brd_00000000000000000000000000'])).body.code).toBe('article.brand_unknown');
  const short = await made('/api/brands', { name: '短命', key: 'short', color: '#2b8a3e' });
  await set([short.id]);
  expect((await call(product, 'DELETE', `/api/brands/${short.id}`, { headers })).body).toMatchObject({ code: 'brand.in_use', articles: 1 });
  await set([mono.id]);
  expect((await call(product, 'DELETE', `/api/brands/${short.id}`, { headers })).status).toBe(204);
});
