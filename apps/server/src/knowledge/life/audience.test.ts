import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../../test/company.ts';
import { call, web } from '../../../test/web.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { createArticle } from '../knowledge.commands.ts';
import { pinArticle } from '../pins.commands.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const desk = asAgent(shop.cookies.supervisor);
/** Words that stand in the internal article and nowhere else. */
const SECRET = /ぜんまい|zenmai|原価/i;
const secret = {
  question: 'ぜんまい仕掛けの急須の原価はいくらですか',
  answer: 'ぜんまい仕掛けの急須の原価は1,200円です。',
  category: 'ぜんまい',
  examples: ['ぜんまい急須の仕入れ値'],
  locale: 'ja' as const,
};
const open = { ...secret, question: '送料はいくらですか', answer: '660円です。', category: '配送', examples: [] };

const q = encodeURIComponent('ぜんまい仕掛けの急須の原価はいくらですか');
const DOORS = [
  '/help',
  '/help/faq',
  '/help/en',
  '/help/articles/zenmai',
  '/help/en/articles/zenmai',
  '/help/articles/zenmai-before',
  `/help/categories/${encodeURIComponent('ぜんまい')}`,
  `/help/suggest?q=${encodeURIComponent('ぜんまい仕掛け')}`,
  '/help/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  `/api/chat/${shop.chatKey}/articles`,
  `/api/chat/${shop.chatKey}/articles?q=${q}`,
];
const shown = async (url: string) => (await product.http.inject({ method: 'GET', url })).body;
const leaks = async () => {
  const bodies = await Promise.all(DOORS.map(async (url) => [url, await shown(url)] as const));
  // The search page says again what was asked: there the answer's own words give it away.
  const search = await shown(`/help/search?q=${q}`);
  return [
    ...bodies.filter(([url, body]) => SECRET.test(body.replaceAll(url, ''))).map(([url]) => url),
    ...(/1,200円|articles\/zenmai/.test(search) ? ['/help/search'] : []),
  ];
};
const found = async () =>
  (await call(product, 'GET', `/api/articles/search?q=${q}`, { headers: desk })).body.hits.filter(({ question }: { question: string }) =>
    SECRET.test(question),
  );
const setAudience = (id: string, audience: string) =>
  call(product, 'PUT', `/api/articles/${id}/audience`, { body: { audience }, headers: desk });

test('an internal article is found by agents and comes out of no door that customers have', async () => {
  await createArticle(shop.ctx, open, { status: 'published', slug: 'fee' });
  const { id } = await createArticle(shop.ctx, secret, { status: 'published', slug: 'zenmai-before' });
  await call(product, 'PUT', `/api/articles/${id}/address`, { body: { slug: 'zenmai' }, headers: desk });
  await pinArticle(shop.ctx, id, true);
  await expect.poll(async () => (await leaks()).length, { message: 'while it is public they all tell of it' }).toBe(10);
  expect(await found()).toMatchObject([{ audience: 'public', articleId: id }]);

  expect((await setAudience(id, 'internal')).body).toMatchObject({ audience: 'internal', isPinned: false });
  await expect.poll(leaks).toEqual([]);
  await expect.poll(found).toMatchObject([{ audience: 'internal', articleId: id, url: `/knowledge/${id}` }]);

  const visitor = await addVisitor(product, shop.chatKey);
  await visitor.say(secret.question);
  const texts = async () =>
    JSON.stringify((await visitor.read()).messages.filter(({ author }: { author: { kind: string } }) => author.kind !== 'customer'));
  await expect.poll(async () => (await texts()).length).toBeGreaterThan(2);
  expect(await texts()).not.toMatch(SECRET);

  expect((await setAudience(id, 'public')).status).toBe(200);
  await expect.poll(async () => (await leaks()).length, { message: 'and public again' }).toBeGreaterThanOrEqual(8);
  await expect.poll(found).toMatchObject([{ audience: 'public' }]);
}, 60_000);

test('a customer’s own connection does not see it in the table, whatever a query says', async () => {
  const { id } = await createArticle(shop.ctx, { ...secret, question: 'ぜんまいの在庫' }, { status: 'published' });
  const ids = (ctx: typeof shop.ctx) => ctx.transaction((tx) => tx.selectFrom('articles').select('id').where('id', '=', id).execute());
  const customer = makeCtx(
    product.platform,
    { workspaceId: shop.workspaceId, inboxes: [], customerId: 'cus_00000000000000000000000000' },
    systemActor,
  );
  expect(await ids(customer)).toHaveLength(1);
  await setAudience(id, 'internal');
  expect(await ids(customer)).toEqual([]);
  expect(await ids(shop.ctx)).toHaveLength(1);
});
