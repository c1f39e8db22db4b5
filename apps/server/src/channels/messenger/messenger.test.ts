import { expect, test } from 'vitest';
import { channelHouse, soon } from '../../../test/channel-house.ts';
import { addVisitor } from '../../../test/company.ts';
import { metaSimulator } from '../../../test/simulators/meta.ts';
import { directWebhook, file, SATO, text } from '../meta/direct/direct.testkit.ts';
import { messengerChannel } from './messenger.channel.ts';

const account = {
  token: 'EAApage',
  appSecret: 'app-himitsu',
  verifyToken: 'aikotoba',
  id: '112233',
  tokenEnds: new Date('2027-01-01T00:00:00Z'),
};
const meta = await metaSimulator(account);
const settings = { pageId: account.id, accessToken: account.token, appSecret: account.appSecret, verifyToken: account.verifyToken };
const house = await channelHouse({ channel: messengerChannel, settings, origins: meta.origins });

const post = (event: object, secret?: string) => {
  const { body, headers } = meta.signed(directWebhook('page', account.id, event), secret);
  return house.hook('POST', '', body, headers);
};
const sentWith = (words: string) =>
  soon(() => {
    const found = meta.sent.find(({ body }) => JSON.stringify(body).includes(words));
    if (!found) throw new Error(`not sent: ${words}`);
    return found;
  });

test('Sato writes to the page, is known by name, is answered, and reads it', async () => {
  expect((await post(text('m_1', '急須が割れていました'))).statusCode).toBe(200);
  const id = await house.conversationOf('急須が割れていました');
  expect((await house.detail(id)).customer).toMatchObject({ name: '佐藤 花子', identities: [{ kind: 'messenger', value: SATO }] });
  const messageId = await house.reply(id, 'すぐに代わりをお送りします');
  expect(await sentWith('すぐに代わりを')).toMatchObject({
    to: SATO,
    body: { recipient: { id: SATO }, messaging_type: 'RESPONSE', message: { text: 'すぐに代わりをお送りします' } },
  });
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
  await post({ read: { watermark: Date.now() + 1000 } });
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('seen'));
});

test('a forged signature is refused; a webhook that comes twice is one message; a photo comes along; ours do not come back', async () => {
  expect((await post(text('m_f', '偽物'), 'wrong')).statusCode).toBe(401);
  const twice = { ...text('m_2', 'ありがとうございます'), timestamp: Date.now() };
  await post(twice);
  await post(twice);
  meta.keep(
    'photo',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  );
  await post(text('m_e', 'すぐに代わりをお送りします', { is_echo: true }));
  await post(file('m_3', 'image', 'https://lookaside.fbsbx.com/cdn/v/photo'));
  await post(text('m_4', '見えますか'));
  const id = await house.conversationOf('見えますか');
  const said = (await house.messages(id)).filter(({ author }) => author.kind === 'customer');
  expect(said.map((one) => one.text)).toEqual(['急須が割れていました', 'ありがとうございます', expect.anything(), '見えますか']);
  expect(said[2]?.attachments).toMatchObject([{ type: 'image/png' }]);
});

test('somebody who blocked the page: the agent reads why', async () => {
  const id = await house.conversationOf('見えますか');
  meta.fail(400, { message: "This person isn't available right now.", code: 551, error_subcode: 1545041 });
  const messageId = await house.reply(id, '届きますか');
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ delivery: 'failed', failure: { code: 'blocked' } }));
  expect((await house.retry(messageId)).status).toBe(204);
  await sentWith('届きますか');
});

test('after 24 hours nothing goes out, unless the app may speak as a human agent, and then for seven days', async () => {
  const id = await house.conversationOf('届きますか');
  await house.age(25);
  const late = await house.reply(id, '遅くなりました');
  await soon(async () => expect(await house.message(id, late)).toMatchObject({ failure: { code: 'window_closed' } }));
  await house.set({ humanAgent: true });
  await house.retry(late);
  expect((await sentWith('遅くなりました')).body).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
  await house.age(8 * 24);
  const later = await house.reply(id, 'もう遅いですか');
  await soon(async () => expect(await house.message(id, later)).toMatchObject({ failure: { code: 'window_closed' } }));
});

test('a link from the chat brings its word: two lines, one conversation; one that is over says so', async () => {
  const visitor = await addVisitor(house.product, house.shop.chatKey);
  const id = (await visitor.say('メッセンジャーで続けたいです')).body.conversation.id as string;
  const { body } = await house.continuation(id);
  const ref = new URL(body.url).searchParams.get('ref')!;
  const koji = { sender: { id: '777' }, referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } };
  await post(koji);
  await soon(async () =>
    expect((await house.detail(id)).facts.map(({ name }: { name: string }) => name)).toContain('conversation.line_added'),
  );
  const before = meta.sent.length;
  await post({ ...koji, sender: { id: '888' } });
  await soon(() => expect(JSON.stringify(meta.sent.slice(before).filter(({ to }) => to === '888'))).toContain('有効期限が切れています'));
});

test('the check says whose page it is and when the token ends; a revoked one makes the inbox failing', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '葉月と匙' });
  expect(await house.health()).toMatchObject({ tokenExpiresAt: '2027-01-01T00:00:00.000Z' });
  meta.revoke(true);
  await post(text('m_5', 'まだですか'));
  const id = await house.conversationOf('まだですか');
  const messageId = await house.reply(id, '確認します');
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ failure: { code: 'credentials_refused' } }));
  expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' });
  meta.revoke(false);
  await house.set({ pageId: '445566' });
  expect(await house.check()).toMatchObject({ ok: false, failure: 'credentials_refused', detail: expect.stringContaining('112233') });
});
