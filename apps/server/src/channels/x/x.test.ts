import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { channelHouse, soon } from '../../../test/channel-house.ts';
import { SATO, SHOP } from '../../../test/simulators/x.server.ts';
import { xSimulator } from '../../../test/simulators/x.ts';
import { xChannel } from './x.channel.ts';
import { directMessage, mention, xWebhook } from './x.testkit.ts';

const keys = { apiKey: 'app', apiSecret: 'app-himitsu', accessToken: `${SHOP}-token`, accessTokenSecret: 'token-himitsu' };
const x = await xSimulator(keys);
const house = await channelHouse({ channel: xChannel, settings: { accountId: SHOP, ...keys }, origins: x.origins });

const post = (events: object, secret?: string, account?: string) => {
  const { body, headers } = x.signed(xWebhook(events, account), secret);
  return house.hook('POST', '', body, headers);
};

test('X asks whether we know the secret; a word that could be a webhook is not signed for anybody', async () => {
  const asked = await house.hook('GET', '?crc_token=MDU1Y2IxNDktOWM0Ny00');
  const expected = createHmac('sha256', 'app-himitsu').update('MDU1Y2IxNDktOWM0Ny00').digest('base64');
  expect([asked.statusCode, asked.json()]).toEqual([200, { response_token: `sha256=${expected}` }]);
  const forged = JSON.stringify(xWebhook(directMessage('f', '偽物')));
  expect((await house.hook('GET', `?crc_token=${encodeURIComponent(forged)}`)).statusCode).toBe(401);
});

test('Sato writes a direct message with a picture, is answered, and reads it', async () => {
  const address = x.file(
    '/1.1/ton/data/dm/1/kyusu.png',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  );
  await post(
    directMessage('1001', '急須が割れていました https://t.co/abc', {
      media: { media_url_https: address, url: 'https://t.co/abc', type: 'photo' },
    }),
  );
  const id = await house.conversationOf('急須が割れていました');
  expect((await house.messages(id))[0]).toMatchObject({ text: '急須が割れていました', attachments: [{ type: 'image/png' }] });
  expect((await house.detail(id)).customer).toMatchObject({ name: '佐藤 花子', identities: [{ kind: 'x', value: SATO, verified: true }] });
  const messageId = await house.reply(id, 'すぐに代わりをお送りします');
  await soon(() => expect(x.sent).toMatchObject([{ to: SATO, body: { text: 'すぐに代わりをお送りします' } }]));
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
  await post({
    direct_message_mark_read_events: [{ sender_id: SATO, target: { recipient_id: SHOP }, created_timestamp: String(Date.now() + 1000) }],
  });
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('seen'));
});

test('a mention in public is answered in public, below it, and is another conversation', async () => {
  await post(mention('5001', '@hazuki_saji 急須が割れて届いたのに返事がない'));
  const id = await house.conversationOf('返事がない');
  expect((await house.messages(id))[0]?.blocks).toMatchObject([
    { type: 'post', url: 'https://x.com/sato_hanako/status/5001', author: '@sato_hanako' },
  ]);
  const before = x.sent.length;
  const words = 'お待たせして申し訳ございません。'.repeat(12);
  x.pass();
  x.fail(429, 'Too Many Requests', {}, { 'x-rate-limit-reset': String(Math.floor(Date.now() / 1000)) });
  const messageId = await house.reply(id, words);
  await soon(async () => {
    await house.hurry();
    expect((await house.message(id, messageId))?.delivery).toBe('sent');
    expect(x.sent).toHaveLength(before + 2);
  });
  const parts = x.sent.slice(before);
  expect(parts.map(({ body }) => body.text).join('')).toBe(words);
  expect(parts.map(({ to }) => to)).toEqual(['5001', parts[0]!.id]);
  expect(await house.conversations()).toHaveLength(2);
  expect((await house.detail(id)).customer.id).toBe((await house.detail(await house.conversationOf('代わりを'))).customer.id);
});

test('whoever complained in public is asked to go on alone with us: the same conversation, two lines', async () => {
  const id = await house.conversationOf('お待たせして');
  const elsewhere = await house.addInbox('別の窓口');
  expect(await house.continuation(id, elsewhere)).toMatchObject({ status: 409, body: { code: 'link.unavailable' } });
  const { body } = await house.continuation(id);
  const url = new URL(body.url);
  expect([url.host, url.searchParams.get('recipient_id')]).toEqual(['x.com', SHOP]);
  const before = await house.conversations();
  // Everybody can read the word in public: it is good for nobody else.
  await post(directMessage('1099', url.searchParams.get('text')!, { from: '666' }));
  await soon(() => expect(x.sent.some(({ to }) => to === '666')).toBe(true));
  expect((await house.detail(id)).facts.map(({ name }: { name: string }) => name)).not.toContain('conversation.line_added');
  await post(directMessage('1100', url.searchParams.get('text')!));
  await soon(async () =>
    expect((await house.detail(id)).facts.map(({ name }: { name: string }) => name)).toContain('conversation.line_added'),
  );
  await post(directMessage('1101', '住所は京都市です'));
  await soon(async () => expect((await house.messages(id)).map(({ text }) => text)).toContain('住所は京都市です'));
  expect(await house.conversations()).toHaveLength(before.length);
  expect((await house.continuation(id, elsewhere)).body.url).toContain('x.com');
  await house.reply(id, '承りました');
  const posts = x.sent.filter(({ body }) => body.reply).map(({ body }) => body.text);
  expect(posts.join()).not.toContain('つながりました');
  await soon(() => expect(x.sent.at(-1)).toMatchObject({ to: SATO, body: { text: '承りました' } }));
});

test('a forged signature is refused; twice is once; our own words and those of other accounts are left aside', async () => {
  expect((await post(directMessage('1', '偽物'), 'wrong')).statusCode).toBe(401);
  await post(directMessage('1002', 'ありがとうございます'));
  await post(directMessage('1002', 'ありがとうございます'));
  await post(directMessage('1003', '代わりをお送りします', { from: SHOP }));
  await post(directMessage('1004', '別の会社あてです'), undefined, '99');
  await post(directMessage('1005', '待っています'));
  const id = await house.conversationOf('待っています');
  const said = (await house.messages(id)).filter(({ author }) => author.kind === 'customer').map(({ text }) => text);
  expect(said.slice(-3)).toEqual(['住所は京都市です', 'ありがとうございます', '待っています']);
});

test('somebody who takes no messages from us: the agent reads why', async () => {
  const id = await house.conversationOf('待っています');
  x.fail(403, 'You cannot send messages to this user.');
  const messageId = await house.reply(id, '届きますか');
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ delivery: 'failed', failure: { code: 'blocked' } }));
  await house.retry(messageId);
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
});

test('our address is registered with the app by itself, once, tested again when X found it dead, and the account subscribed to it', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '@hazuki_saji' });
  const ours = () => x.webhooks.filter(({ url }) => url === `https://desk.example/api/hooks/${house.key}`);
  expect(ours()).toMatchObject([{ valid: true }]);
  expect(x.subscribed).toContain(ours()[0]!.id);
  const posts = () => x.asked.filter(({ method, path }) => method === 'POST' && /webhooks/.test(path)).length;
  const before = posts();
  ours()[0]!.valid = false;
  expect(await house.check()).toMatchObject({ ok: true });
  expect([ours().length, ours()[0]!.valid, posts()]).toEqual([1, true, before]);
});

test('a token that was revoked makes the inbox failing', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '@hazuki_saji' });
  x.revoke(true);
  const id = await house.conversationOf('届きますか');
  const messageId = await house.reply(id, '確認します');
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ failure: { code: 'credentials_refused' } }));
  expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' });
});
