import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { keepPayload } from './src/channels/inbound/payloads.commands.ts';
import { newId } from './src/platform/ids/ids.ts';
import { addCompany, addVisitor, asAgent, asKey, type Company } from './test/company.ts';
import { ruleExample } from './test/every-route/automation.inputs.ts';
import { calendarExample, policyExample, queueExample } from './test/every-route/examples.ts';
import type { World } from './test/every-route/world.ts';
import { inputFor } from './test/every-route.ts';
import { type AgentLine, openWindow, visitorLine } from './test/sockets.ts';
import { call, web } from './test/web.ts';

const product = await web();
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });

/** Words that stand in everything the first company has, and nowhere else. */
const MARK = 'hisui-no-mayu';

const mine = await addCompany(product, 'mine.example');
const theirs = await addCompany(product, 'theirs.example');
const me = asAgent(mine.cookies.owner);
const them = asAgent(theirs.cookies.owner);

const get = async (url: string, headers: Record<string, string>) => call(product, 'GET', url, { headers });
const send = async (method: 'POST' | 'PUT' | 'PATCH', url: string, body: object, headers: Record<string, string>) =>
  call(product, method, url, { body, headers });
const made = async (url: string, body: object, headers = me) => {
  const answer = await send('POST', url, body, headers);
  if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const upload = async (route: { method: string; path: string }, world: World, headers: Record<string, string>) => {
  const input = inputFor(route, world);
  const response = await product.http.inject({ ...input, method: 'POST', headers: { ...input.headers, ...headers } });
  return response.json();
};

/** One of everything, each with the mark in its words. */
async function furnish(company: Company, mark: string): Promise<World & { visitor: Awaited<ReturnType<typeof addVisitor>> }> {
  const headers = asAgent(company.cookies.owner);
  const visitor = await addVisitor(product, company.chatKey);
  // What is held stays held, however slow the machine.
  await send('PATCH', '/api/workspace', { undoSendSeconds: 30 }, headers);
  const { body } = await visitor.say(`${mark}が欲しいです`);
  const conversation = body.conversation.id as string;
  await vi.waitFor(async () => expect((await get(`/api/conversations/${conversation}`, headers)).body.messages.length).toBeGreaterThan(1), {
    timeout: 15_000,
  });
  await send('PUT', `/api/conversations/${conversation}/tags`, { tags: [mark] }, headers);
  await made(`/api/conversations/${conversation}/notes`, { text: mark, idempotencyKey: randomUUID() }, headers);
  const reply = await made(
    `/api/conversations/${conversation}/replies`,
    { text: mark, seenSeq: 1000, idempotencyKey: randomUUID() },
    headers,
  );
  const { customer } = (await get(`/api/conversations/${conversation}`, headers)).body;
  await send('PATCH', `/api/customers/${customer.id}`, { name: mark }, headers);
  const article = await made('/api/articles', { question: `${mark}とは?`, answer: `${mark}です`, locale: 'ja' }, headers);
  await send('PUT', `/api/articles/${article.id}/status`, { status: 'published' }, headers);
  const sessions = (await get('/api/sessions', headers)).body.items;
  const world: World = {
    conversation,
    message: reply.id,
    agent: company.ids.agent,
    team: (await made('/api/teams', { name: mark, memberIds: [company.ids.agent] }, headers)).id,
    role: (await made('/api/roles', { name: mark, base: 'agent', permissions: ['agent.read'], sees: 'own', unassigned: false }, headers))
      .id,
    inbox: company.chatInboxId,
    article: article.id,
    customer: customer.id,
    brand: (await made('/api/brands', { name: `${mark}の別の屋号`, key: 'other', color: '#0b7285' }, headers)).id,
    synonym: (await made('/api/synonyms', { words: [mark, `${mark}の別名`] }, headers)).id,
    checkedQuestion: (await made('/api/checked-questions', { question: `${mark}は何`, articleId: article.id }, headers)).id,
    flow: (await made('/api/flows', { name: mark, triggers: [], start: null, steps: [] }, headers)).id,
    companyWord: (await made('/api/reply-checks/words', { word: mark, instead: mark, remark: mark, weight: 'hint' }, headers)).id,
    cannedResponse: (await made('/api/canned-responses', { shortcut: 'x', title: mark, text: mark, locale: 'ja' }, headers)).id,
    apiKey: company.apiKey.id,
    payload: '',
    calendar: (await made('/api/calendars', { ...calendarExample, name: mark }, headers)).id,
    policy: (await made('/api/promises/policies', { ...policyExample, name: mark }, headers)).id,
    queue: (await made('/api/queues', { ...queueExample, name: mark }, headers)).id,
    skill: (await made('/api/skills', { name: mark }, headers)).id,
    rule: (await made('/api/automation/rules', { ...ruleExample, name: mark }, headers)).id,
    offer: newId('ofr'),
    standIn: (
      await made(
        '/api/stand-ins',
        {
          agentId: company.ids.agent,
          standInId: company.ids.owner,
          startsAt: '2036-12-01T00:00:00.000Z',
          endsAt: '2036-12-02T00:00:00.000Z',
        },
        headers,
      )
    ).id,
    block: (await made('/api/spam/blocks', { kind: 'email', value: `${mark}@spam.example` }, headers)).block.id,
    articleImport: '',
    attachment: '',
    session: sessions[0].id,
    chatKey: company.chatKey,
    formKey: company.formKey,
    email: 'nobody@else.example',
  };
  await keepPayload(company.ctx, company.chatInboxId, { externalId: mark, body: Buffer.from(mark) });
  world.payload = (await company.ctx.transaction((tx) => tx.selectFrom('payloads').select('id').executeTakeFirstOrThrow())).id;
  world.articleImport = (await upload({ method: 'POST', path: '/api/article-imports' }, world, headers)).id;
  world.attachment = (await upload({ method: 'POST', path: '/api/attachments' }, world, headers)).id;
  return { ...world, visitor };
}

let my: Awaited<ReturnType<typeof furnish>>;
let other: Awaited<ReturnType<typeof furnish>>;
beforeAll(async () => {
  my = await furnish(mine, MARK);
  other = await furnish(theirs, 'kohaku');
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
    await expect.poll(async () => (await there.read()).messages.length, { timeout: 15_000 }).toBe(2);
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

describe('an agent whose team has one inbox', () => {
  let second: { id: string; key: string };
  let hidden: string;
  let visible: string;
  let hiddenCustomer: string;
  let agent: Record<string, string>;
  let line: AgentLine;

  beforeAll(async () => {
    // The first chat inbox belongs to a team without the agent; the second one to everybody.
    const team = await made('/api/teams', { name: '別の班', memberIds: [mine.ids.supervisor] });
    await send('PATCH', `/api/inboxes/${mine.chatInboxId}`, { teamIds: [team.id] }, me);
    second = await made('/api/inboxes', { name: '第二窓口', channel: 'chat' });
    hidden = my.conversation;
    hiddenCustomer = my.customer;
    const visitor = await addVisitor(product, second.key);
    visible = (await visitor.say('見えるほうの質問です')).body.conversation.id;
    agent = asAgent(mine.cookies.agent);
    line = await openWindow(server, mine.cookies.agent);
  });

  test('sees one conversation in the list and in every count', async () => {
    const list = (await get('/api/conversations', agent)).body.items.map(({ id }: { id: string }) => id);
    expect(list).toEqual([visible]);
    const counts = (await get('/api/conversations/counts', agent)).body;
    expect(counts.all).toBe(1);
    expect(Object.values(counts).reduce((sum, count) => Number(sum) + Number(count), 0)).toBeLessThanOrEqual(3);
    expect((await get('/api/conversations/counts', asAgent(mine.cookies.supervisor))).body.all).toBe(2);
  });

  test('finds nothing of the other inbox by its words, its customer, its number or its tags', async () => {
    const { number } = (await get(`/api/conversations/${hidden}`, me)).body.conversation;
    for (const query of [`q=${MARK}`, `customerId=${hiddenCustomer}`, `q=${encodeURIComponent(`#${number}`)}`, 'view=waiting', 'view=new'])
      expect((await get(`/api/conversations?${query}`, agent)).body.items.map(({ id }: { id: string }) => id)).not.toContain(hidden);
    expect((await get('/api/tags', agent)).body.items).toEqual([]);
    expect(JSON.stringify((await get('/api/unanswered-questions', agent)).body)).not.toContain(hidden);
    expect((await get('/api/inboxes', agent)).body.items.map(({ id }: { id: string }) => id)).not.toContain(mine.chatInboxId);
  });

  test('cannot open it, read on in it or do anything to it', async () => {
    const routes = product.routeTable.filter(
      ({ path, permit }) => /conversations\/:id|messages\/:id/.test(path) && permit.startsWith('conversation.'),
    );
    expect(routes.length).toBeGreaterThan(9);
    for (const route of routes) {
      const input = inputFor(route, my);
      const answer = await product.http.inject({ ...input, method: route.method as 'GET', headers: { ...input.headers, ...agent } });
      expect([route.path, answer.statusCode]).toEqual([route.path, 404]);
    }
  });

  test('hears nothing of it: no message, no note, nobody looking or typing', async () => {
    const colleague = await openWindow(server, mine.cookies.supervisor);

    line.send({ type: 'looking_at', conversationId: hidden, typing: true });
    await line.settled();
    colleague.send({ type: 'looking_at', conversationId: hidden, typing: true });
    const presence = await colleague.next('presence', (frame) => frame.conversationId === hidden);
    expect(
      presence.agents.map(({ id }) => id),
      'nor is the one seen who may not look',
    ).toEqual([mine.ids.supervisor]);

    const customerHears = await visitorLine(server, mine.chatKey, my.visitor.token);
    await customerHears.next('ready');
    for (const typing of [false, true]) line.send({ type: 'looking_at', conversationId: hidden, typing });
    for (const typing of [false, true]) colleague.send({ type: 'looking_at', conversationId: hidden, typing });
    await customerHears.next('typing', ({ typing }) => typing);

    await my.visitor.say(`まだ${MARK}を待っています`);
    await colleague.next('fact', (frame) => frame.message?.text.includes('待っています') ?? false);
    await made(`/api/conversations/${hidden}/notes`, { text: `秘密の${MARK}`, idempotencyKey: randomUUID() });
    await colleague.next('fact', (frame) => frame.message?.kind === 'note');
    // What is said last in the visible inbox arrives after everything before it: so the silence is complete.
    const visitor = await addVisitor(product, second.key);
    await visitor.say('おしまいの合図');
    await line.next('fact', (frame) => frame.message?.text === 'おしまいの合図');
    expect(JSON.stringify(line.heard)).not.toContain(hidden);
    expect(JSON.stringify(line.heard)).not.toContain(MARK);
    expect(JSON.stringify(colleague.all('presence'))).not.toContain(mine.ids.agent);
    expect(new Set(customerHears.all('typing').map(({ name }) => name))).toEqual(new Set(['supervisor of mine.example']));
    colleague.close();
    customerHears.close();
  });

  test('coming back with an old cursor gets what was missed of the visible inbox alone', async () => {
    const again = await openWindow(server, mine.cookies.agent, '0-0');
    await again.settled();
    expect(again.all('ready')[0]!.refetch).toBe(false);
    expect(again.all('fact').length).toBeGreaterThan(2);
    expect(JSON.stringify(again.heard)).not.toContain(hidden);
    expect(new Set(again.all('fact').flatMap(({ conversation }) => conversation?.inbox.id ?? []))).toEqual(new Set([second.id]));
    again.close();
  });

  test('is not told who signed in where, nor of keys and secrets', async () => {
    const again = await openWindow(server, mine.cookies.agent, '0-0');
    await again.settled();
    const names = again.all('fact').map(({ fact }) => fact.name);
    expect(names).toContain('agent.created');
    expect(names.filter((name) => /signed_in|session|api_key|secret/.test(name))).toEqual([]);
    again.close();
  });

  test('loses an open window’s view of an inbox at once when the team loses it', async () => {
    const supervisor = await openWindow(server, mine.cookies.supervisor);
    const outsiders = await made('/api/teams', { name: '空の班', memberIds: [] });
    await send('PATCH', `/api/inboxes/${mine.chatInboxId}`, { teamIds: [outsiders.id] }, me);
    await expect.poll(async () => (await get(`/api/conversations/${hidden}`, asAgent(mine.cookies.supervisor))).status).toBe(404);
    await supervisor.settled();
    await my.visitor.say('もう聞こえないはずの一言');
    const visitor = await addVisitor(product, second.key);
    await visitor.say('聞こえる一言');
    await supervisor.next('fact', (frame) => frame.message?.text === '聞こえる一言');
    expect(JSON.stringify(supervisor.heard)).not.toContain('聞こえないはず');
    supervisor.close();
    line.close();
  });
});
