import { expect, test } from 'vitest';
import { channelHouse, soon } from '../../../test/channel-house.ts';
import { MASTODON, SATO } from '../../../test/simulators/mastodon.server.ts';
import { mastodonSimulator } from '../../../test/simulators/mastodon.ts';
import { makeMastodon } from './mastodon.channel.ts';

const mastodon = await mastodonSimulator('himitsu');
mastodon.mention('これは窓口を作る前の投稿です');
const house = await channelHouse({
  channel: makeMastodon(50),
  settings: { server: `${MASTODON}/`, accessToken: 'himitsu' },
  origins: mastodon.origins,
});
/** Until the inbox has looked once, what is there counts as old. */
await soon(async () => expect((await house.health()).lastProofAt).not.toBeNull());

test('a complaint in public becomes a conversation, and the answer goes out in public below it', async () => {
  const url = mastodon.file(
    '/media/kyusu.png',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  );
  const statusId = mastodon.mention('急須が<br>割れて届きました &amp; 困っています', { media_attachments: [{ type: 'image', url }] });
  const id = await house.conversationOf('割れて届きました');
  const [said] = await house.messages(id);
  expect(said).toMatchObject({
    text: '@shop 急須が\n割れて届きました & 困っています',
    blocks: [{ type: 'post', url: `https://tea.example/@sato/${statusId}`, author: `@${SATO}` }],
    attachments: [{ type: 'image/png' }],
  });
  expect((await house.detail(id)).customer).toMatchObject({ name: '佐藤 花子', identities: [{ kind: 'mastodon', value: SATO }] });
  const messageId = await house.reply(id, 'すぐに代わりをお送りします');
  await soon(() =>
    expect(mastodon.written).toMatchObject([
      { status: `@${SATO} すぐに代わりをお送りします`, in_reply_to_id: statusId, visibility: 'public', language: 'ja' },
    ]),
  );
  await soon(async () => expect((await house.message(id, messageId))?.delivery).toBe('sent'));
  expect(await house.conversations()).toHaveLength(1);
});

test('what she answers for our eyes only is answered for hers only', async () => {
  const ours = mastodon.written[0]!.id;
  const statusId = mastodon.mention('住所は京都市です', { visibility: 'direct', in_reply_to_id: ours });
  const id = await house.conversationOf('住所は京都市です');
  expect((await house.messages(id)).at(-1)?.blocks).toEqual([]);
  await house.reply(id, '承りました');
  await soon(() =>
    expect(mastodon.written.at(-1)).toMatchObject({ status: `@${SATO} 承りました`, in_reply_to_id: statusId, visibility: 'direct' }),
  );
});

test('a long answer is a thread; a part that failed is sent again, alone', async () => {
  const id = await house.conversationOf('承りました');
  const before = mastodon.written.length;
  const words = '交換の手順をご案内します。'.repeat(60);
  mastodon.pass();
  mastodon.fail(429, 'Too many requests', { 'x-ratelimit-reset': new Date().toISOString() });
  const messageId = await house.reply(id, words);
  await soon(async () => {
    await house.hurry();
    expect((await house.message(id, messageId))?.delivery).toBe('sent');
    expect(mastodon.written).toHaveLength(before + 2);
  });
  const parts = mastodon.written.slice(before);
  expect(parts.map(({ status }) => status.replace(`@${SATO} `, '')).join('')).toBe(words);
  expect(parts[1]!.in_reply_to_id).toBe(parts[0]!.id);
});

test('a post that is gone cannot be answered: the agent reads why', async () => {
  const id = await house.conversationOf('交換の手順');
  mastodon.fail(404, 'Record not found');
  const messageId = await house.reply(id, '届きますか');
  await soon(async () =>
    expect(await house.message(id, messageId)).toMatchObject({ failure: { code: 'rejected', detail: '404 Record not found' } }),
  );
});

test('many mentions while nobody looked are all read, in order', async () => {
  await house.pause(true);
  for (let number = 1; number <= 45; number += 1) mastodon.mention(`${number}通目です`);
  await house.pause(false);
  const id = await house.conversationOf('45通目です');
  const numbers = (await house.messages(id)).flatMap(({ text }) => /(\d+)通目/.exec(text)?.[1] ?? []);
  expect(numbers).toEqual(Array.from({ length: 45 }, (_, index) => String(index + 1)));
});

test('a token that was revoked makes the inbox failing', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '@shop@mastodon.example' });
  mastodon.revoke(true);
  await soon(async () => expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' }));
  mastodon.revoke(false);
  await soon(async () => expect(await house.health()).toMatchObject({ state: 'good' }));
});
