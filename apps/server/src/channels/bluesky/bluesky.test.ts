import { expect, test } from 'vitest';
import { channelHouse, soon } from '../../../test/channel-house.ts';
import { SATO } from '../../../test/simulators/bluesky.server.ts';
import { blueskySimulator } from '../../../test/simulators/bluesky.ts';
import { makeBluesky } from './bluesky.channel.ts';

const bluesky = await blueskySimulator('abcd-efgh-ijkl-mnop');
bluesky.post('@hazuki-saji.example これは窓口を作る前の投稿です');
const house = await channelHouse({
  channel: makeBluesky(50),
  settings: { identifier: 'hazuki-saji.example', appPassword: 'abcd-efgh-ijkl-mnop' },
  origins: bluesky.origins,
});
/** Until the inbox has looked once, what is there counts as old. */
await soon(async () => expect((await house.health()).lastProofAt).not.toBeNull());
const written = () => [...bluesky.written.values()];

test('a complaint in public becomes a conversation, and the answer goes out below it', async () => {
  bluesky.picture(
    SATO.did,
    'bafyphoto',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  );
  const post = bluesky.post('@hazuki-saji.example 急須が割れて届きました', { images: ['bafyphoto'] });
  const id = await house.conversationOf('急須が割れて届きました');
  const [said] = await house.messages(id);
  expect(said).toMatchObject({
    blocks: [{ type: 'post', url: 'https://bsky.app/profile/sato.bsky.example/post/3sato2', author: '@sato.bsky.example' }],
    attachments: [{ type: 'image/png' }],
  });
  expect((await house.detail(id)).customer).toMatchObject({
    name: '佐藤 花子',
    identities: [{ kind: 'bluesky', value: SATO.did, verified: true }],
  });
  const messageId = await house.reply(id, '申し訳ございません。https://www.hazuki-saji.example/koukan をご覧ください');
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
  await soon(() => expect(written()).toHaveLength(1));
  const [answer] = written();
  expect(answer).toMatchObject({ reply: { root: post, parent: post }, langs: ['ja'] });
  const [{ index }] = answer!.facets as [{ index: { byteStart: number; byteEnd: number } }];
  expect(Buffer.from(answer!.text).subarray(index.byteStart, index.byteEnd).toString()).toBe('https://www.hazuki-saji.example/koukan');
  expect((await house.conversations()).map(({ preview }) => preview).join()).not.toContain('作る前');
});

test('what she answers stays in the conversation, once, with our post above it', async () => {
  const [ours] = [...bluesky.written.keys()];
  const root = { uri: `at://${SATO.did}/app.bsky.feed.post/3sato2`, cid: 'cid-sato-2' };
  bluesky.post('わかりました', { reply: { root, parent: { uri: ours!, cid: bluesky.state.posts.get(ours!)!.cid } } });
  bluesky.post('いいね', { reason: 'like' });
  const id = await house.conversationOf('わかりました');
  const said = (await house.messages(id)).filter(({ author }) => author.kind === 'customer');
  expect(said).toHaveLength(2);
  expect(said[1]?.blocks).toMatchObject([{ type: 'post', author: '@hazuki-saji.example' }]);
  expect(await house.conversations()).toHaveLength(1);
});

test('a long answer is a thread; after a failure the very same posts are written again', async () => {
  const id = await house.conversationOf('わかりました');
  bluesky.fail(503, 'UpstreamFailure');
  const before = bluesky.written.size;
  const words = '交換の手順をご案内します。'.repeat(40);
  const messageId = await house.reply(id, words);
  await soon(async () => {
    await house.hurry();
    expect((await house.message(id, messageId))?.delivery).toBe('sent');
    expect(bluesky.written.size).toBe(before + 2);
  });
  const parts = written().slice(before);
  expect(parts.map(({ text }) => text).join('')).toBe(words);
  expect(parts[1]!.reply.parent.uri).toBe([...bluesky.written.keys()][before]);
});

test('a session that ended is renewed; sign-ins are few', async () => {
  const id = await house.conversationOf('交換の手順');
  const signIns = bluesky.state.signIns;
  bluesky.endSession();
  const before = bluesky.written.size;
  await house.reply(id, 'ご安心ください');
  await soon(() => expect(bluesky.written.size).toBe(before + 1));
  expect(bluesky.state.signIns).toBeLessThanOrEqual(signIns + 2);
});

test('a password that was taken back: the inbox is failing, and the server is not asked over and over', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '@hazuki-saji.example' });
  bluesky.changePassword('another');
  const id = await house.conversationOf('ご安心ください');
  const messageId = await house.reply(id, '届きますか');
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ failure: { code: 'credentials_refused' } }));
  await soon(async () => expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' }));
  const asked = () => bluesky.asked.filter(({ path }) => path.endsWith('createSession')).length;
  const once = asked();
  await house.retry(messageId);
  await soon(async () => expect(await house.message(id, messageId)).toMatchObject({ failure: { code: 'credentials_refused' } }));
  expect(asked()).toBe(once);
});
