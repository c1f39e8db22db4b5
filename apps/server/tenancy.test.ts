import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent, asKey } from './test/company.ts';
import { inputFor } from './test/every-route.ts';
import { asksOf, type Furnished, furnish } from './test/furnished.ts';
import { web } from './test/web.ts';

const product = await web();

/** Words that stand in everything the first company has, and nowhere else. */
const MARK = 'hisui-no-mayu';

const mine = await addCompany(product, 'mine.example');
const theirs = await addCompany(product, 'theirs.example');
const me = asAgent(mine.cookies.owner);
const them = asAgent(theirs.cookies.owner);
const { get, send } = asksOf(product);

let my: Furnished;
let other: Furnished;
beforeAll(async () => {
  my = await furnish(product, mine, MARK);
  other = await furnish(product, theirs, 'kohaku');
});

/** Every row my company has, as the database holds it, but for what reading and time change. */
async function everythingOfMine() {
  return mine.ctx.transaction(async (tx) => {
    const tables = [
      'conversations',
      'messages',
      'attachments',
      'customers',
      'identities',
      'articles',
      'agents',
      'teams',
      'inboxes',
    ] as const;
    const rows = await Promise.all(tables.map((table) => tx.selectFrom(table).selectAll().orderBy('id').execute()));
    const [keys, canned, synonyms, checked, flows, imports, members] = [
      await tx.selectFrom('api_keys').select(['id', 'revoked_at']).orderBy('id').execute(),
      await tx.selectFrom('canned_responses').selectAll().orderBy('id').execute(),
      await tx.selectFrom('synonyms').selectAll().orderBy('id').execute(),
      await tx.selectFrom('checked_questions').selectAll().orderBy('id').execute(),
      await tx.selectFrom('flows').selectAll().orderBy('id').execute(),
      await tx.selectFrom('article_imports').select(['id', 'applied_at']).orderBy('id').execute(),
      await tx.selectFrom('team_members').selectAll().orderBy('agent_id').execute(),
    ];
    return [...rows, keys, canned, synonyms, checked, flows, imports, members];
  });
}

const secretsOf = ({ visitor: _visitor, chatKey: _chatKey, formKey: _formKey, email: _email, ...ids }: typeof my) => [
  ...Object.values(ids),
  MARK,
  mine.workspaceId,
];

describe('the owner of another workspace, with my ids in every route', () => {
  const routes = product.routeTable.filter(({ path, permit }) => path.startsWith('/api/') && permit !== 'public' && permit !== 'visitor');
  const byId = routes.filter(({ path }) => path.includes(':id'));

  test('there are routes to try', () => expect(byId.length).toBeGreaterThan(20));

  test.each(byId.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s → 404, and no word of mine',
    async (_name, route) => {
      const input = inputFor(route, my);
      const answer = await product.http.inject({ ...input, method: route.method as 'GET', headers: { ...input.headers, ...them } });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
      for (const secret of secretsOf(my)) expect(answer.body).not.toContain(secret);
    },
  );

  test.each(
    routes
      .filter((route) => !byId.includes(route) && !/sign-out|password|conversations\/bulk$/.test(route.path))
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s has no word of mine in it', async (_name, route) => {
    const input = inputFor(route, my);
    const answer = await product.http.inject({ ...input, method: route.method as 'GET', headers: { ...input.headers, ...them } });
    for (const secret of secretsOf(my)) expect(answer.body).not.toContain(secret);
  });

  test('searching for my words finds nothing', async () => {
    for (const url of [
      `/api/conversations?q=${MARK}`,
      `/api/conversations?customerId=${my.customer}`,
      `/api/customers?q=${MARK}`,
      `/api/articles?q=${MARK}`,
    ])
      expect((await get(url, them)).body.items).toEqual([]);
    expect(
      (await get(`/api/articles/search?q=${MARK}`, them)).body.hits.map(({ articleId }: { articleId: string }) => articleId),
    ).not.toContain(my.article);
    expect(
      (await get('/api/articles/search?q=kohaku', me)).body.hits.map(({ articleId }: { articleId: string }) => articleId),
    ).not.toContain(other.article);
  });

  test.each([
    [
      'a reply with my file',
      'POST',
      () => [
        `/api/conversations/${other.conversation}/replies`,
        { text: 'x', attachmentIds: [my.attachment], seenSeq: 1000, idempotencyKey: randomUUID() },
      ],
      409,
    ],
    [
      'a note with my file',
      'POST',
      () => [`/api/conversations/${other.conversation}/notes`, { text: 'x', attachmentIds: [my.attachment], idempotencyKey: randomUUID() }],
      409,
    ],
    [
      'my agent as assignee',
      'PUT',
      () => [`/api/conversations/${other.conversation}/assignment`, { agentId: my.agent, teamId: null }],
      409,
    ],
    ['my team as assignee', 'PUT', () => [`/api/conversations/${other.conversation}/assignment`, { agentId: null, teamId: my.team }], 409],
    ['my agent in a new team', 'POST', () => ['/api/teams', { name: 'x', memberIds: [my.agent] }], 404],
    ['my agent in a team of theirs', 'PATCH', () => [`/api/teams/${other.team}`, { memberIds: [my.agent] }], 404],
    ['my team for an inbox of theirs', 'PATCH', () => [`/api/inboxes/${other.inbox}`, { teamIds: [my.team] }], 404],
    [
      'the e-mail of my agent',
      'POST',
      () => ['/api/agents', { name: 'x', email: 'agent@mine.example', role: 'agent', password: 'ocha-no-jikan', locale: 'ja' }],
      409,
    ],
  ] as const)('%s → refused', async (_story, method, make, status) => {
    const [url, body] = make() as [string, object];
    const answer = await send(method, url, body, them);
    expect(answer.status).toBe(status);
    for (const secret of secretsOf(my)) expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  test('an API key of theirs is as blind', async () => {
    const headers = asKey(theirs.apiKey.secret);
    expect((await get(`/api/conversations/${my.conversation}`, headers)).status).toBe(404);
    expect((await get('/api/conversations', headers)).body.items.map(({ id }: { id: string }) => id)).toEqual([other.conversation]);
  });

  test('and after all that nothing of mine has changed', async () => {
    const before = await everythingOfMine();
    for (const route of byId) {
      const input = inputFor(route, my);
      await product.http.inject({ ...input, method: route.method as 'GET', headers: { ...input.headers, ...them } });
    }
    expect(await everythingOfMine()).toEqual(before);
  });
});

describe('a visitor of my shop at another shop', () => {
  test.each(
    product.routeTable.filter(({ permit }) => permit === 'visitor').map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s → 401', async (_name, route) => {
    const input = inputFor(route, other);
    const answer = await product.http.inject({
      ...input,
      method: route.method as 'GET',
      headers: { ...input.headers, ...my.visitor.headers },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'visitor.token_invalid']);
  });

  test('cannot send a file of mine, nor have an article of mine quoted', async () => {
    const there = await addVisitor(product, theirs.chatKey);
    expect((await there.say('これです', { attachmentIds: [my.attachment] })).status).toBe(409);
    await there.say('これを読みたい', { choice: { kind: 'article', articleId: my.article } });
    await expect.poll(async () => (await there.read()).messages.length).toBe(2);
    expect(JSON.stringify(await there.read())).not.toContain(MARK);
  });

  test('and a customer never sees what is only for agents', async () => {
    const shown = JSON.stringify(await my.visitor.read());
    expect(shown).toContain('が欲しいです');
    expect(shown).not.toContain(`"text":"${MARK}"`);
  });
});

test('what is done to many says of my conversation that it is not there, and changes nothing', async () => {
  const { body } = await send(
    'POST',
    '/api/conversations/bulk',
    { ids: [my.conversation], action: { kind: 'priority', priority: 'urgent' } },
    them,
  );
  expect(body).toEqual({ bulkId: null, outcomes: [{ id: my.conversation, outcome: 'refused', code: 'not_found' }], conversations: [] });
  expect((await get(`/api/conversations/${my.conversation}`, me)).body.conversation.priority).toBe('normal');
});
