import { expect, test } from 'vitest';
import { channelHouse, soon } from '../../../test/channel-house.ts';
import { addVisitor } from '../../../test/company.ts';
import { metaSimulator } from '../../../test/simulators/meta.ts';
import { directWebhook, SATO, text } from '../meta/direct/direct.testkit.ts';
import { instagramChannel } from './instagram.channel.ts';

const account = { token: 'EAApage', appSecret: 'app-himitsu', verifyToken: 'aikotoba', id: '17841400000000001' };
const meta = await metaSimulator(account);
const settings = { accountId: account.id, accessToken: account.token, appSecret: account.appSecret, verifyToken: account.verifyToken };
const house = await channelHouse({ channel: instagramChannel, settings, origins: meta.origins });

const post = (event: object, secret?: string) => {
  const { body, headers } = meta.signed(directWebhook('instagram', account.id, event), secret);
  return house.hook('POST', '', body, headers);
};

test('Sato writes, a long answer goes out in parts of a thousand bytes, and reading the last one is reading it', async () => {
  await post(text('ig_1', '新茶はいつからですか'));
  const id = await house.conversationOf('新茶はいつから');
  expect((await house.detail(id)).customer).toMatchObject({ identities: [{ kind: 'instagram', value: SATO, verified: true }] });
  const before = meta.sent.length;
  const messageId = await house.reply(id, '新茶は五月の初めからです。'.repeat(40));
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
  await soon(() =>
    expect(
      meta.sent
        .slice(before)
        .map(({ body }) => (body.message as { text: string }).text)
        .join(''),
    ).toBe('新茶は五月の初めからです。'.repeat(40)),
  );
  const parts = meta.sent.slice(before);
  expect(parts.length).toBeGreaterThan(1);
  for (const { body } of parts) expect(Buffer.byteLength((body.message as { text: string }).text)).toBeLessThanOrEqual(1000);
  await soon(async () => {
    await post({ read: { mid: parts.at(-1)!.id }, timestamp: Date.now() });
    expect((await house.message(id, messageId))?.delivery).toBe('seen');
  });
});

test('a part that failed is sent again alone', async () => {
  const id = await house.conversationOf('新茶は五月');
  const before = meta.sent.length;
  const words = `${'あ'.repeat(300)}。${'い'.repeat(300)}`;
  meta.pass();
  meta.fail(500, { message: 'An unknown error has occurred.', code: 1, is_transient: true });
  await house.reply(id, words);
  await soon(() => expect(meta.sent.length).toBe(before + 1));
  await soon(async () => {
    await house.hurry();
    expect(meta.sent.length).toBe(before + 2);
  });
  expect(meta.sent.slice(before).map(({ body }) => (body.message as { text: string }).text)).toEqual([
    `${'あ'.repeat(300)}。`,
    'い'.repeat(300),
  ]);
});

test('a message taken back is taken back at the desk; a forged one never came', async () => {
  expect((await post(text('ig_f', '偽物'), 'wrong')).statusCode).toBe(401);
  await post(text('ig_2', '間違えました'));
  const id = await house.conversationOf('間違えました');
  await post({ message: { mid: 'ig_2', is_deleted: true } });
  await soon(async () => expect((await house.messages(id)).some(({ delivery }) => delivery === 'withdrawn')).toBe(true));
});

test('a picture is handed over for Instagram and named', async () => {
  await post(text('ig_4', '写真はありますか'));
  const id = await house.conversationOf('写真はありますか');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await house.reply(id, 'こちらです', { attachmentIds: [await house.upload('shincha.png', 'image/png', png)] });
  await soon(() => expect(meta.uploads.size).toBe(1));
  const [attachment_id] = [...meta.uploads.keys()];
  await soon(() => expect(meta.sent.at(-1)?.body.message).toEqual({ attachment: { type: 'image', payload: { attachment_id } } }));
  const upload = meta.asked.find(({ path }) => path.endsWith('/me/message_attachments'))!.body.toString('latin1');
  expect(upload).toContain('name="platform"\r\n\r\ninstagram');
});

test('a link from the chat brings its word along, as Instagram tells of links that were followed: two lines, one conversation', async () => {
  await house.check();
  const visitor = await addVisitor(house.product, house.shop.chatKey);
  const id = (await visitor.say('インスタグラムで続けたいです')).body.conversation.id as string;
  const ref = new URL((await house.continuation(id)).body.url).searchParams.get('ref')!;
  await post({ sender: { id: '777' }, referral: { ref, source: 'IGME-SOURCE-LINK', type: 'OPEN_THREAD' } });
  await soon(async () =>
    expect((await house.detail(id)).facts.map(({ name }: { name: string }) => name)).toContain('conversation.line_added'),
  );
});

test('after 24 hours nothing goes out; a token that was revoked makes the inbox failing', async () => {
  await post(text('ig_3', 'もしもし'));
  const id = await house.conversationOf('もしもし');
  await house.age(24);
  const late = await house.reply(id, '遅くなりました');
  await soon(async () => expect(await house.message(id, late)).toMatchObject({ delivery: 'failed', failure: { code: 'window_closed' } }));
  await house.age(1);
  expect(await house.check()).toMatchObject({ ok: true, account: '@hazuki_saji' });
  expect((await house.continuation(id)).body.url).toMatch(/^https:\/\/ig\.me\/m\/hazuki_saji\?ref=[\w-]{22}$/);
  meta.revoke(true);
  await house.retry(late);
  await soon(async () => expect(await house.message(id, late)).toMatchObject({ failure: { code: 'credentials_refused' } }));
  expect(await house.health()).toMatchObject({ state: 'failing' });
});
