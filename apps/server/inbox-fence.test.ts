import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type Permission, permissionsOf } from './src/agents/agents.permissions.ts';
import { addCompany, addVisitor, asAgent } from './test/company.ts';
import { inputFor } from './test/every-route.ts';
import { asksOf, type Furnished, furnish } from './test/furnished.ts';
import { type AgentLine, openWindow, visitorLine } from './test/sockets.ts';
import { web } from './test/web.ts';

// An agent whose team has one inbox, beside colleagues who have the other: what stands there is not there for them.
const product = await web();
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });

/** Words that stand in everything of the inbox that the agent does not see. */
const MARK = 'hisui-no-mayu';

const mine = await addCompany(product, 'mine.example');
const me = asAgent(mine.cookies.owner);
const { get, send, made } = asksOf(product);

let my: Furnished;
let second: { id: string; key: string };
let hidden: string;
let visible: string;
let hiddenCustomer: string;
let agent: Record<string, string>;
let line: AgentLine;

beforeAll(async () => {
  my = await furnish(product, mine, MARK);
  // The first chat inbox belongs to a team without the agent; the second one to everybody.
  const team = await made('/api/teams', { name: '別の班', memberIds: [mine.ids.supervisor] }, me);
  await send('PATCH', `/api/inboxes/${mine.chatInboxId}`, { teamIds: [team.id] }, me);
  second = await made('/api/inboxes', { name: '第二窓口', channel: 'chat' }, me);
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
  const mayAgents = (permit: string) => permit.startsWith('conversation.') && permissionsOf('agent').has(permit as Permission);
  const routes = product.routeTable.filter(({ path, permit }) => /conversations\/:id|messages\/:id/.test(path) && mayAgents(permit));
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
  await made(`/api/conversations/${hidden}/notes`, { text: `秘密の${MARK}`, idempotencyKey: randomUUID() }, me);
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
  const outsiders = await made('/api/teams', { name: '空の班', memberIds: [] }, me);
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
