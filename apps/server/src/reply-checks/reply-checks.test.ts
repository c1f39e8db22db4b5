import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../test/company.ts';
import { call as callWeb, web } from '../../test/web.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const rival = await addCompany(product, 'rival.example');
const by = { cookie: shop.cookies.admin };
const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, { cookie, body }: { cookie: string; body?: object }) =>
  callWeb(product, method, url, { headers: asAgent(cookie), ...(body ? { body } : {}) });

const words = async (cookie: string) => (await call('GET', '/api/reply-checks', { cookie })).body;
const tried = async (text: string, cookie = shop.cookies.agent) =>
  (await call('POST', '/api/reply-checks/try', { cookie, body: { text, locale: 'ja' } })).body.findings.map(
    (one: { rule: string; found: string }) => `${one.rule}: ${one.found}`,
  );

test('an administrator teaches a word, changes it, takes it back; every agent’s replies are held against it', async () => {
  const wish = { word: ' 激安 ', instead: 'お求めやすい', remark: 'ブランドの言葉ではありません', weight: 'warning' };
  const made = await call('POST', '/api/reply-checks/words', { ...by, body: wish });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ word: '激安', instead: 'お求めやすい' });
  expect((await call('POST', '/api/reply-checks/words', { ...by, body: wish })).body).toMatchObject({ code: 'company_word.taken' });
  expect(await tried('佐藤様、激安です')).toEqual(['company_word: 激安']);
  expect(await tried('佐藤様、激安です', rival.cookies.agent)).toEqual([]);

  const one = `/api/reply-checks/words/${made.body.id}`;
  const change = () => call('PUT', one, { ...by, body: { ...wish, word: '特価' } });
  expect((await change()).body).toMatchObject({ word: '特価' });
  expect((await change()).status).toBe(200);
  expect(await tried('佐藤様、激安の特価です')).toEqual(['company_word: 特価']);
  expect((await call('DELETE', one, by)).status).toBe(204);
  expect((await call('DELETE', one, by)).status).toBe(404);
  expect((await words(shop.cookies.agent)).words).toEqual([]);

  const facts = await shop.ctx.transaction((tx) =>
    tx.selectFrom('events').select('name').where('name', 'like', 'company_word.%').orderBy('position').execute(),
  );
  expect(facts.map(({ name }) => name)).toEqual(['company_word.added', 'company_word.changed', 'company_word.removed']);
});

test('a rule that is off is not told, and an agent cannot turn it off', async () => {
  expect(await tried('佐藤様、了解しました')).toEqual(['tone: 了解しました']);
  const off = (cookie: string, rules: string[]) => call('PUT', '/api/reply-checks/off', { cookie, body: { off: rules } });
  expect((await off(shop.cookies.agent, ['tone'])).status).toBe(403);
  expect((await off(shop.cookies.admin, ['tone', 'tone'])).body.off).toEqual(['tone']);
  expect(await tried('佐藤様、了解しました')).toEqual([]);
  expect(await tried('佐藤様、了解しました', rival.cookies.agent)).toEqual(['tone: 了解しました']);
  await off(shop.cookies.admin, []);
});

test('a reply is held against its customer, what was said, and the article it quotes', async () => {
  const visitor = await addVisitor(product, shop.chatKey);
  const said = await visitor.say('返品の期限を教えてください。友人の山本に贈りました。');
  expect(said.status).toBeLessThan(300);
  const started = (await call('GET', '/api/conversations', { cookie: shop.cookies.agent })).body.items[0].id;
  const article = (
    await call('POST', '/api/articles', {
      ...by,
      body: { question: '返品の期限は？', answer: '商品到着から14日以内です。', locale: 'ja', category: '返品', status: 'published' },
    })
  ).body;
  const check = async (text: string, more: object = {}) =>
    (await call('POST', `/api/conversations/${started}/reply-check`, { cookie: shop.cookies.agent, body: { text, ...more } })).body
      .findings;
  expect(await check('返品は30日以内にお願いします。山本様にもお伝えください。', { articleIds: [article.id] })).toMatchObject([
    { rule: 'different_figure', found: '30日', against: '14日' },
  ]);
  expect(await check('返品は14日以内にお願いします。', { articleIds: [article.id] })).toEqual([]);
  const theirs = await call('POST', `/api/conversations/${started}/reply-check`, { cookie: rival.cookies.agent, body: { text: 'x' } });
  expect(theirs.status).toBe(404);
});
