import { randomUUID } from 'node:crypto';
import type { RoleBody } from '@madoguchi/contract/roles.ts';
import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { beforeAll, expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent, asKey, signIn } from '../../../test/company.ts';
import { openWindow, visitorLine } from '../../../test/sockets.ts';
import { call, web } from '../../../test/web.ts';
import { createAgent } from '../../agents/agents.commands.ts';
import { openAccounts } from '../../agents/sign-in/accounts.ts';
import { everythingAbout } from '../../people/export/person.queries.ts';
import { makeLog } from '../../platform/log/log.ts';

const product = await web();
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });
const shop = await addCompany(product, 'shop.example');
const { agent: suzuki, supervisor: inoue } = shop.ids;
const owner = asAgent(shop.cookies.owner);
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: object, cookie = shop.cookies.supervisor) =>
  call(product, method, url, { headers: asAgent(cookie), ...(body ? { body } : {}) });

/** A colleague with sight of every conversation and no right to whisper, and one who sees their own alone. */
const colleague = { cookie: '', id: '' };
const narrowed = { cookie: '', id: '' };
beforeAll(async () => {
  const accounts = await openAccounts({ connection: product.connection, keys: product.keys, log: makeLog('silent') });
  for (const [one, name] of [
    [colleague, 'tanaka'],
    [narrowed, 'mori'],
  ] as const) {
    const email = `${name}@shop.example`;
    const wish = { name, email, role: 'agent', password: 'ocha-no-jikan', locale: 'ja' } as const;
    one.id = await createAgent(shop.ctx, { platform: product.platform, accounts }, wish);
    one.cookie = await signIn(product, email);
  }
  await accounts.close();
  const role: RoleBody = {
    name: '自分の担当だけ',
    base: 'agent',
    permissions: ['conversation.read', 'conversation.reply', 'conversation.note', 'conversation.assign'],
    sees: 'own',
    unassigned: true,
  };
  const { body } = await call(product, 'POST', '/api/roles', { body: role, headers: owner });
  await call(product, 'PATCH', `/api/agents/${narrowed.id}`, { body: { roleId: body.id }, headers: owner });
});

/** A conversation that an agent has, and its customer. */
async function talkOf(agentId: string | null) {
  const visitor = await addVisitor(product, shop.chatKey);
  const { body } = await visitor.say('人と話したいです');
  const id = body.conversation.id as string;
  const give = (to: string | null) =>
    call(product, 'PUT', `/api/conversations/${id}/assignment`, { body: { agentId: to, teamId: null }, headers: owner });
  await give(agentId);
  return { id, visitor, give };
}
const whisper = (id: string, text: string, to = suzuki, idempotencyKey = randomUUID() as string) =>
  ask('POST', `/api/conversations/${id}/whispers`, { to, text, idempotencyKey });
const heard = async (id: string, cookie: string): Promise<Whisper[]> =>
  (await ask('GET', `/api/conversations/${id}/whispers`, undefined, cookie)).body.items;
const textsFor = async (id: string, cookie: string) => (await heard(id, cookie)).map(({ text }) => text);

test('a whisper reaches whoever has the conversation, and those who may whisper; a colleague who sees the rest of it hears nothing', async () => {
  const { id, visitor } = await talkOf(suzuki);
  const [mine, theirs] = await Promise.all([openWindow(server, shop.cookies.agent), openWindow(server, colleague.cookie)]);
  const messenger = await visitorLine(server, shop.chatKey, visitor.token);
  await messenger.next('ready');
  const key = randomUUID();
  const said = await whisper(id, '先に在庫を確かめて', suzuki, key);
  expect(said).toMatchObject({ status: 201, body: { author: { id: inoue }, to: { id: suzuki }, outcome: null, answers: null } });
  expect((await whisper(id, '先に在庫を確かめて', suzuki, key)).body.id, 'the same write twice').toBe(said.body.id);

  expect(await mine.next('fact', ({ fact }) => fact.name === 'whisper.said')).toMatchObject({ message: null, conversation: { id } });
  const answered = await ask(
    'POST',
    `/api/whispers/${said.body.id}/answers`,
    { text: '12箱あります', idempotencyKey: key },
    shop.cookies.agent,
  );
  expect(answered).toMatchObject({ status: 201, body: { to: { id: inoue }, answers: said.body.id } });
  expect(await heard(id, shop.cookies.agent)).toMatchObject([{ outcome: 'answered' }, { text: '12箱あります', outcome: null }]);

  expect((await whisper(id, 'では今日の便で')).status, 'what she says next answers it').toBe(201);
  expect((await heard(id, shop.cookies.supervisor)).map(({ outcome }) => outcome)).toEqual(['answered', 'answered', null]);

  const all = ['先に在庫を確かめて', '12箱あります', 'では今日の便で'];
  expect(await textsFor(id, shop.cookies.agent)).toEqual(all);
  expect(await textsFor(id, shop.cookies.owner)).toEqual(all);
  expect(await textsFor(id, colleague.cookie)).toEqual([]);
  const asProgram = await call(product, 'GET', `/api/conversations/${id}/whispers`, { headers: asKey(shop.apiKey.secret) });
  expect(asProgram.body).toEqual({ items: [] });
  expect((await ask('PUT', `/api/whispers/${said.body.id}/outcome`, { outcome: 'seen' }, colleague.cookie)).status).toBe(404);

  // Whatever was on its way to them has come once this note has.
  await ask('POST', `/api/conversations/${id}/notes`, { text: '区切り', idempotencyKey: randomUUID() });
  await theirs.next('fact', ({ fact, message }) => fact.name === 'note.added' && message?.text === '区切り');
  expect(theirs.all('fact').filter(({ fact }) => fact.name.startsWith('whisper.'))).toEqual([]);
  await ask(
    'POST',
    `/api/conversations/${id}/replies`,
    { text: 'ございます', seenSeq: 999, idempotencyKey: randomUUID() },
    shop.cookies.agent,
  );
  const [reply] = (await ask('GET', `/api/conversations/${id}`)).body.messages.slice(-1);
  await ask('POST', `/api/messages/${reply.id}/send-now`, undefined, shop.cookies.agent);
  await messenger.next('message', ({ message }) => message.text === 'ございます');
  for (const told of [messenger.heard, theirs.heard, await visitor.read(), (await ask('GET', `/api/conversations/${id}`)).body])
    expect(JSON.stringify(told)).not.toMatch(/在庫|12箱|whisper\./);

  const missed = await openWindow(server, colleague.cookie, theirs.all('ready')[0]!.cursor);
  await missed.next('fact', ({ fact }) => fact.name === 'message.sent');
  expect(
    missed.all('fact').filter(({ fact }) => fact.name.startsWith('whisper.')),
    'nor what they catch up with',
  ).toEqual([]);
});

test('nobody whispers where nobody is, to whom it is not theirs, to themselves, or without the right', async () => {
  const { id, give } = await talkOf(null);
  expect((await whisper(id, 'どなたか')).body).toMatchObject({ status: 409, code: 'whisper.refused', assignee: null });
  await give(colleague.id);
  expect((await whisper(id, '鈴木さん')).body).toMatchObject({ code: 'whisper.refused', assignee: { id: colleague.id, name: 'tanaka' } });
  await give(inoue);
  expect((await whisper(id, '自分に', inoue)).body.code).toBe('whisper.refused');
  await give(suzuki);
  expect((await whisper(id, '  ')).status).toBe(400);
  const body = { to: suzuki, text: '横から', idempotencyKey: randomUUID() };
  expect((await ask('POST', `/api/conversations/${id}/whispers`, body, colleague.cookie)).body.code).toBe('forbidden');
  const said = await whisper(id, '確かめて');
  const byOther = { text: '私ではない', idempotencyKey: randomUUID() };
  expect((await ask('POST', `/api/whispers/${said.body.id}/answers`, byOther, shop.cookies.owner)).body.code).toBe('whisper.not_yours');
});

test('what came of it is told once: the first word counts', async () => {
  const { id } = await talkOf(suzuki);
  const watching = await openWindow(server, shop.cookies.supervisor);
  const said = await whisper(id, '送料は無料です');
  const settle = (outcome: string) => ask('PUT', `/api/whispers/${said.body.id}/outcome`, { outcome }, shop.cookies.agent);
  expect((await settle('used')).body).toMatchObject({ outcome: 'used' });
  expect((await settle('seen')).body).toMatchObject({ outcome: 'used' });
  expect(await watching.next('fact', ({ fact }) => fact.name === 'whisper.settled')).toMatchObject({ fact: { data: { outcome: 'used' } } });
});

test('whoever sees their own alone hears it while the conversation is theirs; the next one who has it does not', async () => {
  const { id, give } = await talkOf(narrowed.id);
  const said = await whisper(id, '落ち着いて', narrowed.id);
  expect(await textsFor(id, narrowed.cookie)).toEqual(['落ち着いて']);
  await give(colleague.id);
  expect(await textsFor(id, colleague.cookie)).toEqual([]);
  expect((await ask('GET', `/api/conversations/${id}/whispers`, undefined, narrowed.cookie)).status).toBe(404);
  expect((await ask('PUT', `/api/whispers/${said.body.id}/outcome`, { outcome: 'seen' }, narrowed.cookie)).status).toBe(404);
});

test('taken over, the agent is told; merged, the whisper goes along', async () => {
  const first = await talkOf(suzuki);
  await whisper(first.id, '代わります');
  await ask('PUT', `/api/conversations/${first.id}/assignment`, { agentId: inoue, teamId: null });
  const bell = async () =>
    ((await ask('GET', '/api/notifications', undefined, shop.cookies.agent)).body.items as { kind: string; conversation: { id: string } }[])
      .filter(({ conversation }) => conversation.id === first.id)
      .map(({ kind }) => kind)
      // Whether the customer's words were read before the conversation was given to somebody is of no account here.
      .filter((kind) => kind !== 'customer_wrote');
  await expect.poll(bell).toEqual(['taken_over', 'whispered', 'assigned']);
  await ask('PUT', `/api/conversations/${first.id}/status`, { status: 'closed' });
  const target = (await first.visitor.say('まだ困っています')).body.conversation.id as string;
  expect((await ask('POST', `/api/conversations/${target}/merges`, { otherId: first.id })).status).toBe(200);
  expect(await textsFor(target, shop.cookies.agent)).toEqual(['代わります']);
  expect((await whisper(first.id, 'まだ')).body.code).toBe('conversation.merged');
});

test('it is in what is kept of a person among the words of colleagues, not among what happened', async () => {
  const { id } = await talkOf(suzuki);
  await whisper(id, 'よくご存じの方です');
  const { customer } = (await ask('GET', `/api/conversations/${id}`)).body;
  const about = await shop.ctx.transaction((tx) => everythingAbout(tx, shop.workspaceId, customer.id));
  expect(about.internal.whispers).toMatchObject([{ text: 'よくご存じの方です', author_name: 'supervisor of shop.example' }]);
  expect(about.facts.filter(({ name }) => name.startsWith('whisper.'))).toEqual([]);
});
