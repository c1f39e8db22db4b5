import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { addCompany, asAgent } from '../../test/company.ts';
import { platformStub } from '../../test/platform-stub.ts';
import { call, web } from '../../test/web.ts';
import { echoChannel, echoSignature } from './echo.testkit.ts';

let answer = (path: string): { status?: number; body?: unknown; raw?: Buffer; headers?: Record<string, string> } =>
  path === '/messages' ? { body: { id: `echo-${randomUUID()}` } } : { body: {} };
const platform = await platformStub(({ path }) => answer(path));
const product = await web({ channels: [echoChannel], channelOrigins: { 'https://echo.example': platform.origin } });
const shop = await addCompany(product, 'shop.example');
const admin = asAgent(shop.cookies.admin);
const agent = asAgent(shop.cookies.agent);

const made = await call(product, 'POST', '/api/inboxes', {
  body: { name: 'エコー', channel: 'echo', settings: { secret: 'himitsu' } },
  headers: admin,
});
const { id: inboxId, key } = made.body as { id: string; key: string };

const post = (posts: object[], secret = 'himitsu') => {
  const body = JSON.stringify({ posts });
  return product.http.inject({
    method: 'POST',
    url: `/api/hooks/${key}`,
    payload: body,
    headers: { 'content-type': 'application/json', 'x-echo-signature': echoSignature(secret, body) },
  });
};
const conversations = async () =>
  (await call(product, 'GET', '/api/conversations?view=all', { headers: agent })).body.items as {
    id: string;
    preview: string;
    lastSeq: number;
  }[];
const waits = { timeout: 30_000 };
const conversationOf = (preview: string) =>
  vi.waitFor(async () => {
    const found = (await conversations()).find((one) => one.preview === preview);
    if (!found) throw new Error(`nobody said ${preview}`);
    return found;
  }, waits);
const detail = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
const reply = (id: string, text: string, more: object = {}) =>
  call(product, 'POST', `/api/conversations/${id}/replies`, {
    body: { text, seenSeq: 100, idempotencyKey: randomUUID(), ...more },
    headers: agent,
  });
const sendNow = async (id: string, text: string) => {
  const { body } = await reply(id, text);
  await call(product, 'POST', `/api/messages/${body.id}/send-now`, { headers: agent });
  return body.id as string;
};
const messageIn = async (conversationId: string, messageId: string) =>
  (await detail(conversationId)).messages.find((one: { id: string }) => one.id === messageId);

test('a channel is a folder: its settings, its inbox and its form come from what it says of itself', async () => {
  expect(made.status).toBe(201);
  const { body } = await call(product, 'GET', '/api/channels', { headers: admin });
  expect(body.items).toMatchObject([
    { name: 'echo', hasHook: true, canCheck: true, fields: [{ name: 'secret', kind: 'secret' }, { name: 'greeting' }] },
  ]);
  const settings = await call(product, 'GET', `/api/inboxes/${inboxId}/settings`, { headers: admin });
  expect(settings.body).toMatchObject({ values: {}, secretsSet: ['secret'], hookUrl: expect.stringContaining(`/api/hooks/${key}`) });
  const wrong = await call(product, 'PUT', `/api/inboxes/${inboxId}/settings`, {
    body: { values: { secret: '', odd: 1 } },
    headers: admin,
  });
  expect(wrong.body).toMatchObject({ code: 'settings.invalid', fields: { secret: 'required', odd: 'unknown' } });
  const rows = await shop.ctx.transaction((tx) => tx.selectFrom('channel_settings').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain('himitsu');
  expect((await call(product, 'POST', `/api/inboxes/${inboxId}/check`, { headers: admin })).body).toMatchObject({
    ok: true,
    account: 'Echo',
  });
});

test('Sato writes, is answered, and the answer goes out once', async () => {
  expect((await post([{ id: 'm1', from: 'sato', name: '佐藤', text: '急須が割れていました' }])).statusCode).toBe(200);
  const conversation = await conversationOf('急須が割れていました');
  const messageId = await sendNow(conversation.id, 'すぐに代わりをお送りします');
  await vi.waitFor(() => expect(platform.asked.filter(({ path }) => path === '/messages')).toHaveLength(1), waits);
  const [sent] = platform.asked.filter(({ path }) => path === '/messages');
  expect(JSON.parse(sent!.body.toString())).toMatchObject({ to: 'sato', text: 'すぐに代わりをお送りします' });
  expect((await messageIn(conversation.id, messageId)).delivery).toBe('sent');
});

test('the same delivery twice, and the same message in another delivery, is one message', async () => {
  const once = { id: 'm2', from: 'sato', text: 'ありがとうございます' };
  await post([once]);
  await post([once]);
  await post([once, { id: 'm3', from: 'sato', text: '待っています' }]);
  const { id } = await conversationOf('待っています');
  const texts = (await detail(id)).messages.filter(({ author }: { author: { kind: string } }) => author.kind === 'customer');
  expect(texts.map(({ text }: { text: string }) => text)).toEqual(['急須が割れていました', 'ありがとうございます', '待っています']);
});

test('a forged signature is refused and nothing is kept', async () => {
  const before = await shop.ctx.transaction((tx) => tx.selectFrom('payloads').select('id').execute());
  expect((await post([{ id: 'forged', from: 'mallory', text: '偽物' }], 'wrong')).statusCode).toBe(401);
  expect(await shop.ctx.transaction((tx) => tx.selectFrom('payloads').select('id').execute())).toHaveLength(before.length);
});

test('what nobody can read is kept, shown, and does not hold up what comes after', async () => {
  const body = 'this is not JSON';
  await product.http.inject({
    method: 'POST',
    url: `/api/hooks/${key}`,
    payload: body,
    headers: { 'content-type': 'application/json', 'x-echo-signature': echoSignature('himitsu', body) },
  });
  await post([{ id: 'm4', from: 'kato', text: 'その次の人です' }]);
  await conversationOf('その次の人です');
  const { body: kept } = await vi.waitFor(async () => {
    const listed = await call(product, 'GET', `/api/inboxes/${inboxId}/payloads`, { headers: admin });
    expect(listed.body.items).toHaveLength(1);
    return listed;
  }, waits);
  expect(kept.items).toMatchObject([{ state: 'failed', excerpt: body, problem: expect.stringContaining('JSON') }]);
  const health = (await call(product, 'GET', '/api/channels/health', { headers: agent })).body.items;
  expect(health.find((one: { inbox: { id: string } }) => one.inbox.id === inboxId)).toMatchObject({ unparsed: 1, state: 'good' });
  const again = await call(product, 'POST', `/api/payloads/${kept.items[0].id}/parse`, { headers: admin });
  expect(again.body).toMatchObject({ state: 'failed', problem: expect.stringContaining('JSON') });
});

test('a customer who blocked us: the agent reads why, and can send again', async () => {
  answer = (path) => (path === '/messages' ? { status: 410 } : {});
  const { id } = await conversationOf('その次の人です');
  const messageId = await sendNow(id, '届きますか');
  await vi.waitFor(
    async () => expect(await messageIn(id, messageId)).toMatchObject({ delivery: 'failed', failure: { code: 'blocked' } }),
    waits,
  );
  answer = (path) => (path === '/messages' ? { body: { id: 'echo-again' } } : {});
  const asked = platform.asked.length;
  expect((await call(product, 'POST', `/api/messages/${messageId}/retry`, { headers: agent })).status).toBe(204);
  await vi.waitFor(() => expect(platform.asked.length).toBe(asked + 1), waits);
  const keys = platform.asked
    .filter(({ path }) => path === '/messages')
    .slice(-2)
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys[0]).toBe(keys[1]);
  expect((await call(product, 'POST', `/api/messages/${messageId}/retry`, { headers: agent })).body.code).toBe('message.not_failed');
});

test('a platform that is away for a while: the message waits, those behind it keep their place', async () => {
  answer = (path) => (path === '/messages' ? { status: 500, headers: { 'retry-after': '0' } } : {});
  const { id } = await conversationOf('届きますか');
  const asked = platform.asked.length;
  const first = await sendNow(id, '一つ目');
  const second = await sendNow(id, '二つ目');
  await vi.waitFor(() => expect(platform.asked.length).toBeGreaterThan(asked), waits);
  answer = (path) => (path === '/messages' ? { body: { id: `echo-${randomUUID()}` } } : {});
  await shop.ctx.transaction((tx) =>
    tx
      .updateTable('deliveries')
      .set({ due_at: new Date(0) })
      .where('state', '=', 'queued')
      .execute(),
  );
  await vi.waitFor(
    async () => {
      const states = await shop.ctx.transaction((tx) =>
        tx.selectFrom('deliveries').select('state').where('message_id', 'in', [first, second]).execute(),
      );
      expect(states.map(({ state }) => state)).toEqual(['sent', 'sent']);
    },
    { timeout: 30_000 },
  );
  const bodies = platform.asked
    .slice(asked)
    .filter(({ path }) => path === '/messages')
    .map(({ body }) => JSON.parse(body.toString()).text as string);
  expect(bodies.indexOf('二つ目')).toBeGreaterThan(bodies.lastIndexOf('一つ目'));
});

test('a paused inbox takes nothing in and says so; a removed one is not there', async () => {
  await call(product, 'PATCH', `/api/inboxes/${inboxId}`, { body: { paused: true }, headers: admin });
  expect((await post([{ id: 'm5', from: 'sato', text: '休みですか' }])).statusCode).toBe(503);
  const health = (await call(product, 'GET', '/api/channels/health', { headers: agent })).body.items;
  expect(health.find((one: { inbox: { id: string } }) => one.inbox.id === inboxId)).toMatchObject({
    state: 'paused',
    pausedBy: 'admin of shop.example',
  });
  await call(product, 'PATCH', `/api/inboxes/${inboxId}`, { body: { paused: false }, headers: admin });
  expect((await post([{ id: 'm5', from: 'sato', text: '休みですか' }])).statusCode).toBe(200);
  await conversationOf('休みですか');
  expect((await call(product, 'DELETE', `/api/inboxes/${inboxId}`, { headers: admin })).status).toBe(204);
  expect((await post([{ id: 'm6', from: 'sato', text: 'もしもし' }])).statusCode).toBe(404);
});
