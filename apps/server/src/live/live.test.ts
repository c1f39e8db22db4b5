import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent, signIn } from '../../test/company.ts';
import { agentLine, openWindow, visitorLine } from '../../test/sockets.ts';
import { call, web } from '../../test/web.ts';
import { updateInbox } from '../workspaces/inboxes.commands.ts';

const product = await web({ visitorMessagesPerMinute: 10_000 });
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });
const shop = await addCompany(product, 'shop.example', { undoSendSeconds: 2 });
const agent = asAgent(shop.cookies.agent);

const post = async (url: string, body: object, headers = agent) => call(product, 'POST', url, { body, headers });
const reply = (conversationId: string, text: string) =>
  post(`/api/conversations/${conversationId}/replies`, { text, seenSeq: 10_000, idempotencyKey: randomUUID() });
/** A conversation that an agent has taken, so that the bot keeps out of it. */
async function taken() {
  const visitor = await addVisitor(product, shop.chatKey);
  const { body } = await visitor.say('人と話したいです');
  const id = body.conversation.id as string;
  await call(product, 'PUT', `/api/conversations/${id}/assignment`, { body: { agentId: shop.ids.agent, teamId: null }, headers: agent });
  return { id, visitor };
}

describe('an agent’s window', () => {
  test('hears a customer’s message within a moment, with the rows to show it', async () => {
    const window = await openWindow(server, shop.cookies.agent);
    const visitor = await addVisitor(product, shop.chatKey);
    const { body } = await visitor.say('急須の口が欠けていました');
    const frame = await window.next('fact', ({ fact }) => fact.name === 'message.received');
    expect(frame).toMatchObject({
      conversation: { id: body.conversation.id, subject: '急須の口が欠けていました', handledBy: 'bot', inbox: { id: shop.chatInboxId } },
      message: { id: body.message.id, seq: 1, text: '急須の口が欠けていました', author: { kind: 'customer' } },
    });
    const answer = await window.next('fact', ({ fact, botStep }) => fact.name === 'message.sent' && botStep !== null);
    expect(answer).toMatchObject({ message: { author: { kind: 'bot' } }, botStep: { query: '急須の口が欠けていました' } });
    window.close();
  });

  test('that is cut off while 50 messages arrive gets exactly those on return, each once and in order', async () => {
    const { id, visitor } = await taken();
    const window = await openWindow(server, shop.cookies.agent);
    await visitor.say('はじめ');
    const { cursor } = await window.next('fact', ({ message }) => message?.text === 'はじめ');
    window.cut();

    const texts = Array.from({ length: 50 }, (_, n) => `その間の${n}通目`);
    for (const text of texts.slice(0, 40)) expect((await visitor.say(text)).status).toBe(201);
    // It comes back in the middle of a burst: what it missed and what arrives meanwhile must join without a seam.
    const burst = (async () => {
      for (const text of texts.slice(40)) await visitor.say(text);
    })();
    const again = await openWindow(server, shop.cookies.agent, cursor);
    await burst;
    await visitor.say('おわり');
    await again.next('fact', ({ message }) => message?.text === 'おわり');
    const heard = again.all('fact').filter(({ fact, conversation }) => fact.name === 'message.received' && conversation?.id === id);
    expect(heard.map(({ message }) => message?.text)).toEqual([...texts, 'おわり']);
    expect(again.all('ready')).toEqual([{ type: 'ready', cursor, refetch: false }]);
    again.close();
  });

  test('that is cut again among what it missed has its old place still', async () => {
    const { visitor } = await taken();
    const window = await openWindow(server, shop.cookies.agent);
    await visitor.say('ここまで見た');
    const { cursor } = await window.next('fact', ({ message }) => message?.text === 'ここまで見た');
    window.cut();
    await visitor.say('見ていない');

    const again = await agentLine(server, shop.cookies.agent);
    again.send({ type: 'hello', cursor });
    const ready = await again.next('ready');
    // A screen keeps the cursor of the last frame it had: here the line dies right after `ready`.
    again.cut();
    const third = await openWindow(server, shop.cookies.agent, ready.cursor);
    await third.next('fact', ({ message }) => message?.text === '見ていない');
    third.close();
  });

  test('that missed too much, or brings a cursor that is none, is told to load anew, and hears all from there', async () => {
    const { visitor } = await taken();
    const window = await openWindow(server, shop.cookies.agent);
    await visitor.say('ここから');
    const { cursor } = await window.next('fact', ({ message }) => message?.text === 'ここから');
    window.cut();
    // Another window tells when the flood has gone by: what is still on its way would rightly be heard.
    const witness = await openWindow(server, shop.cookies.supervisor);
    for (let n = 0; n < 8; n += 1) await Promise.all(Array.from({ length: 40 }, (_, k) => visitor.say(`洪水 ${n}-${k}`)));
    const gone = () => witness.all('fact').filter(({ message }) => message?.text.startsWith('洪水')).length;
    await expect.poll(gone).toBe(320);
    witness.close();

    for (const old of [cursor, 'nonsense']) {
      const again = await agentLine(server, shop.cookies.agent);
      again.send({ type: 'hello', cursor: old });
      expect(await again.next('ready')).toMatchObject({ refetch: true });
      await visitor.say(`そのあと ${old}`);
      await again.next('fact', ({ message }) => message?.text === `そのあと ${old}`);
      expect(again.all('fact').filter(({ message }) => message?.text.startsWith('洪水'))).toEqual([]);
      again.close();
    }
  });

  test('shows who looks and who writes, on both sides', async () => {
    const { id, visitor } = await taken();
    const messenger = await visitorLine(server, shop.chatKey, visitor.token);
    await messenger.next('ready');
    const mine = await openWindow(server, shop.cookies.agent);
    const theirs = await openWindow(server, shop.cookies.supervisor);

    mine.send({ type: 'looking_at', conversationId: id, typing: false });
    await mine.next('presence', ({ agents }) => agents.length === 1);
    theirs.send({ type: 'looking_at', conversationId: id, typing: true });
    const seen = await mine.next('presence', ({ agents }) => agents.length === 2);
    expect(seen).toMatchObject({ conversationId: id, customerTyping: false });
    expect(new Map(seen.agents.map((one) => [one.id, one.typing]))).toEqual(
      new Map([
        [shop.ids.agent, false],
        [shop.ids.supervisor, true],
      ]),
    );
    expect(await messenger.next('typing')).toEqual({ type: 'typing', typing: true, name: 'supervisor of shop.example' });

    messenger.send({ type: 'typing', typing: true });
    await mine.next('presence', ({ customerTyping }) => customerTyping);
    await theirs.next('presence', ({ customerTyping }) => customerTyping);

    theirs.close();
    await mine.next('presence', ({ agents, customerTyping }) => agents.length === 1 && customerTyping);
    expect(await messenger.next('typing', ({ typing }) => !typing), 'who goes away writes no more').toBeDefined();
    expect((await mine.next('online', ({ agentIds }) => !agentIds.includes(shop.ids.supervisor))).agentIds).toContain(shop.ids.agent);

    messenger.cut();
    await mine.next('presence', ({ customerTyping }) => !customerTyping);
    mine.close();
  });

  test('is closed with 4401 when its session is revoked, and so is that of an agent who is deactivated', async () => {
    const cookie = await signIn(product, 'supervisor@shop.example');
    const window = await openWindow(server, cookie);
    const other = await openWindow(server, shop.cookies.supervisor);
    const headers = asAgent(shop.cookies.supervisor);
    const { items } = (await call(product, 'GET', '/api/sessions', { headers })).body;
    const second = items.find(({ current }: { current: boolean }) => !current);
    expect((await call(product, 'DELETE', `/api/sessions/${second.id}`, { headers })).status).toBe(204);
    expect(await window.closed).toBe(4401);
    await other.settled();

    const owner = asAgent(shop.cookies.owner);
    await call(product, 'PATCH', `/api/agents/${shop.ids.supervisor}`, { body: { active: false }, headers: owner });
    expect(await other.closed).toBe(4401);
  });

  test.each([
    ['nobody', null],
    ['a made-up session', `madoguchi_session=${'x'.repeat(32)}`],
  ])('of %s is closed with 4401', async (_story, cookie) => {
    const window = await agentLine(server, cookie);
    expect(await window.closed).toBe(4401);
    expect(window.heard).toEqual([]);
  });

  test('opened by the page of another site is closed with 4401, whoever’s browser it is', async () => {
    const window = await agentLine(server, shop.cookies.owner, 'https://evil.example');
    window.send({ type: 'hello', cursor: null });
    expect(await window.closed).toBe(4401);
    expect(window.heard).toEqual([]);
  });

  test.each([
    'not json',
    '{"type":"hello"}',
    '{"type":"drop_tables"}',
    '[]',
    'null',
    '{"type":"looking_at","conversationId":7,"typing":true}',
  ])('that sends %s is closed with 4400', async (garbage) => {
    const window = await openWindow(server, shop.cookies.agent);
    window.send(garbage);
    expect(await window.closed).toBe(4400);
  });

  test('that sends a megabyte is closed, and the server is as well as before', async () => {
    const window = await openWindow(server, shop.cookies.agent);
    window.send('x'.repeat(1_000_000));
    expect(await window.closed).toBe(1009);
    const next = await openWindow(server, shop.cookies.agent);
    await next.settled();
    next.close();
  });
});

describe('a visitor’s messenger', () => {
  let fresh: { id: string; key: string };
  beforeAll(async () => {
    fresh = (await post('/api/inboxes', { name: 'まだ誰も来ていない窓口', channel: 'chat' }, asAgent(shop.cookies.owner))).body;
  });

  test('is heard from its first frame on, also while the server still looks the inbox up', async () => {
    const visitor = await addVisitor(product, fresh.key);
    // Changing an inbox makes the server forget what it knew by heart.
    await updateInbox(shop.ctx, fresh.id, { name: '名前の変わった窓口' });
    const line = await visitorLine(server, fresh.key, visitor.token);
    await line.next('ready');
    line.close();
  });

  test('hears an agent’s words only once they are let go, never a withdrawn one and never a note', async () => {
    const { id, visitor } = await taken();
    const line = await visitorLine(server, shop.chatKey, visitor.token);
    await line.next('ready');
    await post(`/api/conversations/${id}/notes`, { text: '内緒の話', idempotencyKey: randomUUID() });
    const withdrawn = await reply(id, '書きかけの返信');
    expect(withdrawn.body.delivery).toBe('held');
    await post(`/api/messages/${withdrawn.body.id}/withdraw`, {});
    const held = await reply(id, 'お待たせしました');
    await line.settled();
    // What the visitor wrote just before the line was opened may come along.
    expect(line.all('message').filter(({ message }) => message.author.kind !== 'customer')).toEqual([]);
    expect(JSON.stringify(await visitor.read())).not.toContain('お待たせ');

    const { message, conversation } = await line.next('message', ({ message }) => message.author.kind === 'agent');
    expect(message).toMatchObject({ id: held.body.id, text: 'お待たせしました', author: { kind: 'agent', name: 'agent of shop.example' } });
    expect(conversation).toMatchObject({ id, agentName: 'agent of shop.example' });
    await line.settled();
    expect(JSON.stringify(line.heard)).not.toMatch(/内緒|書きかけ/);
    line.close();
  });

  test('hears the bot, what its own other window says, and a change of status', async () => {
    const visitor = await addVisitor(product, shop.chatKey);
    const [phone, laptop] = await Promise.all([1, 2].map(() => visitorLine(server, shop.chatKey, visitor.token)));
    await Promise.all([phone!.next('ready'), laptop!.next('ready')]);
    await visitor.say('駐車場はありますか');
    for (const line of [phone!, laptop!]) {
      await line.next('message', ({ message }) => message.author.kind === 'customer');
      await line.next('message', ({ message }) => message.author.kind === 'bot');
    }
    await visitor.say('担当者をお願いします');
    await phone!.next('conversation', ({ conversation }) => conversation.handledBy === 'human');
    phone!.close();
    laptop!.close();
  });

  test('hears nothing of another customer', async () => {
    const [one, two] = await Promise.all([taken(), taken()]);
    const line = await visitorLine(server, shop.chatKey, one.visitor.token);
    await line.next('ready');
    await two.visitor.say('となりの人の話');
    await one.visitor.say('わたしの話');
    await line.next('message', ({ message }) => message.text === 'わたしの話');
    expect(JSON.stringify(line.heard)).not.toContain('となり');
    line.close();
  });

  test.each([
    ['a forged token', `${Buffer.from(JSON.stringify({ customerId: 'cus_x', until: 9e15 })).toString('base64url')}.AAAA`],
    ['no token', ''],
  ])('with %s is closed with 4401', async (_story, token) => {
    const line = await visitorLine(server, shop.chatKey, token);
    expect(await line.closed).toBe(4401);
    expect(line.heard).toEqual([]);
  });

  test('of another inbox is closed with 4401', async () => {
    const visitor = await addVisitor(product, fresh.key);
    expect(await (await visitorLine(server, shop.chatKey, visitor.token)).closed).toBe(4401);
  });

  test('on a page that the inbox does not name is refused, on one it names it is let in', async () => {
    const visitor = await addVisitor(product, fresh.key);
    await updateInbox(shop.ctx, fresh.id, { allowedOrigins: ['https://www.hazuki-saji.example'] });
    expect(await (await visitorLine(server, fresh.key, visitor.token, 'https://evil.example')).closed).toBe(4403);
    const line = await visitorLine(server, fresh.key, visitor.token, 'https://www.hazuki-saji.example');
    await line.next('ready');
    line.close();
  });

  test.each(['not json', '{"type":"typing"}', '{"type":"hello","token":7}'])('that sends %s is closed with 4400', async (garbage) => {
    const visitor = await addVisitor(product, shop.chatKey);
    const line = await visitorLine(server, shop.chatKey, visitor.token);
    await line.next('ready');
    line.send(garbage);
    expect(await line.closed).toBe(4400);
  });
});
