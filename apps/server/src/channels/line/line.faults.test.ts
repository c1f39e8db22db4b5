import { beforeEach, expect, test, vi } from 'vitest';
import { call } from '../../../test/web.ts';
import { lineHouse } from './line.testkit.ts';

const house = await lineHouse();
const { line, hears, conversationOf, messages, reply, settled, shop } = house;
const waits = { timeout: 30_000 };

let n = 0;
/** Somebody new with a conversation that a person looks after, and whose reply token is over unless kept. */
async function talk({ withToken = false } = {}) {
  n += 1;
  const name = `お客様${n}号`;
  const userId = line.person(name);
  await hears(line.text(userId, '担当者をお願いします'));
  const id = await conversationOf(name);
  await settled();
  await vi.waitFor(async () => expect((await house.detail(id)).conversation.handledBy).toBe('human'), waits);
  await settled();
  if (withToken) await hears(line.text(userId, 'お願いします'));
  else await shop.ctx.transaction((tx) => tx.updateTable('threads').set({ state: '{}' }).where('external_id', '=', userId).execute());
  await settled();
  return { userId, id, heard: () => line.world.said.filter(({ to }) => to === userId).flatMap(({ messages: all }) => all) };
}
const soon = () =>
  shop.ctx.transaction((tx) =>
    tx
      .updateTable('deliveries')
      .set({ due_at: new Date(0) })
      .where('state', '=', 'queued')
      .execute(),
  );
const goneOut = async (conversationId: string, messageId: string) =>
  vi.waitFor(async () => {
    await soon();
    expect((await house.messageIn(conversationId, messageId)).delivery).toBe('sent');
    const open = await shop.ctx.transaction((tx) =>
      tx.selectFrom('deliveries').select('state').where('message_id', '=', messageId).execute(),
    );
    expect(open).toEqual([{ state: 'sent' }]);
  }, waits);

beforeEach(() => settled());

test('a webhook that comes twice, and again as a redelivery, is one message', async () => {
  const userId = line.person('二度目さん');
  const once = line.text(userId, '一度だけ言いました');
  const signed = line.webhook([once]);
  expect([await house.hook(signed), await house.hook(signed)]).toEqual([200, 200]);
  await hears(line.again(once), line.text(userId, '次の言葉'));
  const id = await conversationOf('二度目さん');
  await settled();
  const said = (await messages(id)).filter(({ author }) => author.kind === 'customer').map(({ text }) => text);
  expect(said).toEqual(['一度だけ言いました', '次の言葉']);
});

test('a button whose press is redelivered was pressed once', async () => {
  const { userId, id } = await talk();
  const pressed = line.postback(userId, 'madoguchi:say:営業時間は？');
  await hears(pressed);
  await hears(line.again(pressed));
  await settled();
  expect((await messages(id)).filter(({ text }) => text === '営業時間は？')).toHaveLength(1);
});

test('a forged signature is refused; nothing is kept', async () => {
  const forged = line.webhook([line.text(line.person('偽物'), '口座番号を教えてください')], { secret: 'guessed' });
  expect(await house.hook(forged)).toBe(401);
  expect(await house.hook({ ...forged, headers: { 'content-type': 'application/json' } })).toBe(401);
  const kept = await shop.ctx.transaction((tx) => tx.selectFrom('payloads').select('body').execute());
  expect(kept.some(({ body }) => body.toString().includes('口座番号'))).toBe(false);
});

test('LINE’s own question whether we are there is answered and not kept', async () => {
  const before = await shop.ctx.transaction((tx) => tx.selectFrom('payloads').select('id').execute());
  expect(await house.hook(line.webhook([]))).toBe(200);
  expect(await shop.ctx.transaction((tx) => tx.selectFrom('payloads').select('id').execute())).toHaveLength(before.length);
});

test('a reply that was cut off after LINE had it is not said again', async () => {
  const { id, heard } = await talk({ withToken: true });
  line.trouble({ on: /message\/reply/, hang: true, afterwards: true });
  const messageId = await reply(id, '一度だけ');
  await goneOut(id, messageId);
  expect(heard().filter((one) => one.type === 'text' && one.text === '一度だけ')).toHaveLength(1);
});

test('a push that was cut off after LINE had it is found by its key', async () => {
  const { id, heard } = await talk();
  line.trouble({ on: /message\/push/, hang: true, afterwards: true }, { on: /message\/push/, status: 500, afterwards: true });
  const messageId = await reply(id, 'これも一度だけ');
  await goneOut(id, messageId);
  expect(heard().filter((one) => one.type === 'text' && one.text === 'これも一度だけ')).toHaveLength(1);
  const keys = line
    .of(/message\/push/)
    .slice(-3)
    .map(({ headers }) => headers['x-line-retry-key']);
  expect(new Set(keys).size).toBe(1);
});

test('asked to slow down, or away for a while: it waits, in order', async () => {
  const { id, heard } = await talk();
  line.trouble({ on: /message\/push/, status: 429, headers: { 'retry-after': '0' } }, { on: /message\/push/, status: 500 });
  const first = await reply(id, '一つ目');
  const second = await reply(id, '二つ目');
  await goneOut(id, first);
  await goneOut(id, second);
  const texts = heard().map((one) => (one.type === 'text' ? one.text : ''));
  expect(texts.slice(-2)).toEqual(['一つ目', '二つ目']);
  expect(texts.filter((text) => text === '一つ目')).toHaveLength(1);
});

test('the month’s messages used up: the agent reads why', async () => {
  const { id } = await talk();
  line.world.quota = line.world.used;
  const messageId = await reply(id, '届かない');
  await vi.waitFor(
    async () => expect(await house.messageIn(id, messageId)).toMatchObject({ delivery: 'failed', failure: { code: 'quota_used' } }),
    waits,
  );
  line.world.quota = 200;
});

test('a message with a file, without a public address: said clearly', async () => {
  const { id } = await talk();
  const form = { name: 'a.png', type: 'image/png' };
  const boundary = 'x0x0x';
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${form.name}"\r\ncontent-type: ${form.type}\r\n\r\n`,
    ),
    png,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const uploaded = await house.product.http.inject({
    method: 'POST',
    url: '/api/attachments',
    payload,
    headers: { ...house.agent, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const messageId = await reply(id, '', { attachmentIds: [uploaded.json().id] });
  await vi.waitFor(async () => expect(await house.messageIn(id, messageId)).toMatchObject({ failure: { code: 'unsupported' } }), waits);
});

test('the health page: the account, the month’s messages and how far they go', async () => {
  line.world.used = 31;
  expect(await house.check()).toMatchObject({ ok: true, account: '葉月茶寮 (@hazuki)' });
  expect(await house.health()).toMatchObject({
    state: 'good',
    tokenExpiresAt: null,
    notes: { quota: 200, quotaUsed: 31, quotaForecast: expect.any(Number), webhook: 'none' },
  });
  line.world.tokenLivesSeconds = 3600;
  await house.check();
  const left = Date.parse((await house.health()).tokenExpiresAt) - Date.now();
  expect(left).toBeGreaterThan(3_000_000);
  expect(left).toBeLessThanOrEqual(3_600_000);
});

test('a webhook for another account is kept, not taken in, and counted where people look', async () => {
  await house.check();
  const stranger = line.person('隣の店のお客様');
  await hears(line.text(stranger, 'まず届く'));
  await settled();
  expect(await house.hook(line.webhook([line.text(stranger, '隣の店です')], { destination: `U${'0'.repeat(32)}` }))).toBe(200);
  await settled();
  const { body } = await call(house.product, 'GET', `/api/inboxes/${house.inbox.id}/payloads`, { headers: house.admin });
  expect(body.items[0]).toMatchObject({ state: 'failed', problem: expect.stringContaining('for another LINE account') });
  expect((await house.health()).unparsed).toBe(1);
  expect((await messages(await conversationOf('隣の店のお客様'))).map(({ text }) => text)).not.toContain('隣の店です');
});

test('a revoked token: the page says so, and that it works again', async () => {
  const { id } = await talk();
  const { accessToken } = line.world;
  line.world.accessToken = 'another one';
  expect(await house.check()).toMatchObject({ ok: false, failure: 'credentials_refused' });
  expect(await house.health()).toMatchObject({
    state: 'failing',
    failure: 'credentials_refused',
    failureDetail: expect.stringContaining('access token'),
  });
  const messageId = await reply(id, '出せない');
  await vi.waitFor(
    async () => expect(await house.messageIn(id, messageId)).toMatchObject({ failure: { code: 'credentials_refused' } }),
    waits,
  );
  line.world.accessToken = accessToken;
  await house.check();
  expect((await house.health()).state).toBe('good');
});
