import { expect, test } from 'vitest';
import { channelHouse, soon } from '../../../test/channel-house.ts';
import { hasMetaContract, metaSimulator } from '../../../test/simulators/meta.ts';
import { whatsappChannel } from './whatsapp.channel.ts';
import { fromSato, status, whatsappWebhook } from './whatsapp.testkit.ts';

const account = { token: 'EAAtest', appSecret: 'app-himitsu', verifyToken: 'aikotoba', id: '106540352242922' };
const meta = await metaSimulator(account);
const house = await channelHouse({
  channel: whatsappChannel,
  settings: { phoneNumberId: account.id, accessToken: account.token, appSecret: account.appSecret, verifyToken: account.verifyToken },
  origins: meta.origins,
});

const post = (change: Parameters<typeof whatsappWebhook>[1], secret?: string) => {
  const webhook = whatsappWebhook(account.id, change);
  expect(meta.webhookFaults(webhook)).toEqual([]);
  const { body, headers } = meta.signed(webhook, secret);
  return house.hook('POST', '', body, headers);
};
const says = (id: string, text: string) => fromSato({ id, type: 'text', text: { body: text } });
const lastSent = () => meta.sent.at(-1)!;

test('Meta asks whether the address is ours, and is answered with its own word only when it knows ours', async () => {
  const asked = await house.hook('GET', '?hub.mode=subscribe&hub.verify_token=aikotoba&hub.challenge=1158201444');
  expect([asked.statusCode, asked.body, asked.headers['content-type']]).toEqual([200, '1158201444', 'text/plain; charset=utf-8']);
  expect((await house.hook('GET', '?hub.mode=subscribe&hub.verify_token=chigau&hub.challenge=1')).statusCode).toBe(401);
});

test('Sato writes, is answered, and reads it', async () => {
  expect((await post(says('wamid.A', '急須が割れていました'))).statusCode).toBe(200);
  const id = await house.conversationOf('急須が割れていました');
  expect((await house.detail(id)).customer).toMatchObject({
    name: '佐藤 花子',
    identities: expect.arrayContaining([
      expect.objectContaining({ kind: 'whatsapp', value: '819012345678', verified: true }),
      expect.objectContaining({ kind: 'phone', value: '+819012345678', verified: true }),
    ]),
  });
  const messageId = await house.reply(id, 'すぐに代わりをお送りします');
  await soon(() => expect(meta.sent.some(({ body }) => JSON.stringify(body).includes('代わり'))).toBe(true));
  const { id: wamid, to } = meta.sent.find(({ body }) => JSON.stringify(body).includes('代わり'))!;
  expect(to).toBe('819012345678');
  await post(status(wamid, 'delivered'));
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('delivered'));
  await post(status(wamid, 'read'));
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('seen'));
  expect(meta.faults).toEqual([]);
});

test('a forged signature is refused; a webhook that comes twice is one message', async () => {
  expect((await post(says('wamid.F', '偽物'), 'wrong')).statusCode).toBe(401);
  await post(says('wamid.B', 'ありがとうございます'));
  await post(says('wamid.B', 'ありがとうございます'));
  await post(
    fromSato(
      { id: 'wamid.B', type: 'text', text: { body: 'ありがとうございます' } },
      { id: 'wamid.C', type: 'text', text: { body: '待っています' } },
    ),
  );
  const id = await house.conversationOf('待っています');
  const said = (await house.messages(id)).filter(({ author }) => author.kind === 'customer').map(({ text }) => text);
  expect(said).toEqual(['急須が割れていました', 'ありがとうございます', '待っています']);
});

test('a photo comes with its caption, and what is for another number is not ours', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  meta.keep('2754859441498128', png);
  await post(
    fromSato({
      id: 'wamid.D',
      type: 'image',
      image: { id: '2754859441498128', mime_type: 'image/png', sha256: 'x', caption: '割れた急須です' },
    }),
  );
  const id = await house.conversationOf('割れた急須です');
  expect((await house.messages(id)).at(-1)?.attachments).toMatchObject([{ type: 'image/png', sizeInBytes: png.length }]);
  const other = meta.signed(whatsappWebhook('999', says('wamid.X', '別の番号です')));
  await house.hook('POST', '', other.body, other.headers);
  await post(says('wamid.E', '見えますか'));
  await house.conversationOf('見えますか');
  expect((await house.conversations()).map(({ preview }) => preview).join()).not.toContain('別の番号');
});

test('an answer that could not reach the phone says why, and can be sent again', async () => {
  const id = await house.conversationOf('見えますか');
  const messageId = await house.reply(id, '見えています');
  await soon(() => expect(JSON.stringify(lastSent().body)).toContain('見えています'));
  await post(
    status(lastSent().id, 'failed', {
      code: 131026,
      title: 'Message undeliverable',
      message: 'Message undeliverable',
      error_data: { details: 'Message Undeliverable.' },
    }),
  );
  await soon(async () =>
    expect(await house.message(id, messageId)).toMatchObject({
      delivery: 'failed',
      failure: { code: 'address_unknown', detail: '131026 · Message Undeliverable.' },
    }),
  );
});

test('too many at once: it waits as long as Meta says and goes out once', async () => {
  const id = await house.conversationOf('見えています');
  const before = meta.sent.length;
  meta.fail(400, { message: 'Rate limit hit', type: 'OAuthException', code: 130429 }, { 'retry-after': '0' });
  const messageId = await house.reply(id, 'お待たせしました');
  await soon(() => expect(meta.asked.some(({ body }) => body.toString().includes('お待たせしました'))).toBe(true));
  await soon(async () => {
    await house.hurry();
    expect(meta.sent.length).toBe(before + 1);
  });
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
});

test('a file is handed over and named: nothing is to be fetched from us', async () => {
  const id = await house.conversationOf('お待たせしました');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await house.reply(id, '写真をお送りします', { attachmentIds: [await house.upload('急須.png', 'image/png', png)] });
  await soon(() => expect(lastSent().body).toMatchObject({ type: 'image', image: { id: [...meta.uploads.keys()][0] } }));
  expect([...meta.uploads]).toEqual([[expect.any(String), { type: 'image/png', bytes: png.length }]]);
  expect(meta.faults).toEqual([]);
});

test('after 24 hours nothing goes out without a template, and Meta is not even asked', async () => {
  const id = await house.conversationOf('写真をお送りします');
  await house.age(25);
  const sent = meta.sent.length;
  const messageId = await house.reply(id, 'その後いかがですか');
  await soon(async () =>
    expect(await house.message(id, messageId)).toMatchObject({ delivery: 'failed', failure: { code: 'window_closed' } }),
  );
  expect(meta.sent.length).toBe(sent);
});

test('with a template, the words go out in it', async () => {
  await house.set({ templateName: 'reply_later', templateLocale: 'ja' });
  const id = await house.conversationOf('その後いかがですか');
  await house.reply(id, '一行目\n二行目');
  await soon(() => expect(lastSent().body).toMatchObject({ type: 'template' }));
  expect(lastSent().body.template).toEqual({
    name: 'reply_later',
    language: { code: 'ja', policy: 'deterministic' },
    components: [{ type: 'body', parameters: [{ type: 'text', text: '一行目 二行目' }] }],
  });
  expect(meta.faults).toEqual([]);
});

test('a token that was revoked: the message fails with its reason and the inbox says that it is failing', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '葉月と匙 · +81 3-0000-0000' });
  meta.revoke(true);
  await post(says('wamid.G', 'まだですか'));
  const id = await house.conversationOf('まだですか');
  const messageId = await house.reply(id, '確認します');
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ failure: { code: 'credentials_refused' } }));
  expect(await house.health()).toMatchObject({
    state: 'failing',
    failure: 'credentials_refused',
    failureDetail: expect.stringContaining('190'),
  });
  meta.revoke(false);
  expect(await house.check()).toMatchObject({ ok: true });
  expect(await house.health()).toMatchObject({ state: 'good' });
});

test(`requests were held to the published contract: ${hasMetaContract ? 'yes' : 'no, ../shared/contracts is not here'}`, () => {
  expect(meta.faults).toEqual([]);
});
