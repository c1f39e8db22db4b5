import { expect, test } from 'vitest';
import { channelStory, soon } from '../../../test/channel-story.ts';
import { partner } from '../../../test/simulators/partner.ts';
import { apiChannel } from './api.channel.ts';

const secret = 'a-secret-of-both';
const shop = await partner(secret);
const house = await channelStory({
  channel: apiChannel,
  settings: { secret, replyUrl: 'https://shop.example/replies' },
  origins: { 'https://shop.example': shop.origin },
});

const post = (body: object | string, wish: { at?: Date; secret?: string } = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return house.post(text, shop.headers(text, wish));
};
const says = (id: string, text: string, more: object = {}) => ({ id, from: { id: 'member-1001', name: '佐藤 花子' }, text, ...more });
const received = (text: string) => soon(() => [...shop.kept.values()].find((reply) => reply.text === text) ?? expect.fail(text));

test('Sato asks in the shop’s own app, is answered there, and reads it', async () => {
  const files = [{ name: '領収書.pdf', url: 'https://shop.example/files/receipt' }];
  expect((await post({ messages: [says('q-1', '急須が割れていました', { files, subject: '注文 81' })] })).statusCode).toBe(200);
  const conversation = await house.conversationWith('急須が割れていました');
  const [question] = await house.messages(conversation);
  expect(question).toMatchObject({ author: { name: '佐藤 花子' }, attachments: [{ name: '領収書.pdf', type: 'application/pdf' }] });

  const answer = await house.reply(conversation, '代わりの品をお送りします。');
  expect(await received('代わりの品をお送りします。')).toMatchObject({
    id: answer,
    to: 'member-1001',
    author: { kind: 'agent' },
    conversation: { number: expect.any(Number) },
  });
  await post({ receipts: [{ id: answer, state: 'delivered' }] });
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('delivered'));
  await post({ receipts: [{ id: answer, state: 'seen' }] });
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('seen'));
});

test('the same message posted three times, one of them in other company, is one message', async () => {
  const once = says('q-2', 'まだですか');
  for (const messages of [[once], [once], [once, says('q-3', '待っています')]]) expect((await post({ messages })).statusCode).toBe(200);
  const conversation = await house.conversationWith('待っています');
  expect((await house.customersSaid(conversation)).slice(-2)).toEqual(['まだですか', '待っています']);
});

test('who does not know the secret, or comes late, learns what is wrong and nothing is kept', async () => {
  const refused = async (answer: ReturnType<typeof post>) => {
    const { statusCode, body } = await answer;
    return [statusCode, JSON.parse(body).code];
  };
  const body = { messages: [says('forged', '偽物')] };
  expect(await refused(post(body, { secret: 'another' }))).toEqual([401, 'hook.signature_wrong']);
  expect(await refused(house.post(JSON.stringify(body), { 'content-type': 'application/json' }))).toEqual([401, 'hook.signature_missing']);
  expect(await refused(post(body, { at: new Date(Date.now() - 6 * 60_000) }))).toEqual([401, 'hook.timestamp_wrong']);
  expect(await refused(post(body, { at: new Date(Date.now() + 6 * 60_000) }))).toEqual([401, 'hook.timestamp_wrong']);
  expect(await refused(post('not JSON'))).toEqual([400, 'request.invalid']);
  const wrong = JSON.parse((await post({ messages: [{ id: '', from: {}, text: 'a\u0000' }] })).body);
  expect(wrong.errors.map(({ path }: { path: string }) => path)).toEqual(['messages.0.id', 'messages.0.from.id', 'messages.0.text']);
  const payloads = await house.shop.ctx.transaction((tx) => tx.selectFrom('payloads').select('body').execute());
  expect(payloads.filter(({ body: kept }) => /forged|not JSON/.test(kept.toString()))).toEqual([]);
});

test('a system that is busy is waited for, and gets each reply once', async () => {
  const conversation = await house.conversationWith('待っています');
  shop.moods.push({ status: 429, headers: { 'retry-after': '0' } }, { status: 500 });
  const asked = shop.asked.length;
  await house.reply(conversation, '本日発送しました。');
  for (const tries of [1, 2]) {
    await soon(() => expect(shop.asked.length).toBe(asked + tries));
    await house.hurry();
  }
  await received('本日発送しました。');
  const keys = shop.asked.slice(asked).map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(1);
});

test('what the system refuses, and a person it no longer reaches: the agent reads why and can send again', async () => {
  const conversation = await house.conversationWith('待っています');
  shop.moods.push({ status: 410 });
  const gone = await house.reply(conversation, '届きますか');
  await house.until(conversation, gone, ({ delivery, failure }) => expect([delivery, failure?.code]).toEqual(['failed', 'blocked']));
  shop.moods.push({ status: 422, body: { error: 'too long' } });
  expect((await house.retry(gone)).status).toBe(204);
  await house.until(conversation, gone, ({ failure }) =>
    expect(failure).toMatchObject({ code: 'rejected', detail: '422 {"error":"too long"}' }),
  );
  await house.retry(gone);
  await received('届きますか');
  await post({ receipts: [{ id: gone, state: 'failed', detail: '退会しました' }] });
  await house.until(conversation, gone, ({ failure }) => expect(failure).toEqual({ code: 'rejected', detail: '退会しました' }));
  const asked = shop.asked.length;
  expect((await house.retry(gone)).status).toBe(204);
  await soon(() => expect(shop.asked.length).toBe(asked + 1));
});

test('a secret that the other side no longer takes is shown on the health page, until one goes through again', async () => {
  const conversation = await house.conversationWith('待っています');
  shop.moods.push({ status: 401 });
  await house.reply(conversation, '鍵は合っていますか');
  await soon(async () => expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' }));
  await house.reply(conversation, '今度はどうですか');
  await soon(async () => expect(await house.health()).toMatchObject({ state: 'good', failure: null }));
});
