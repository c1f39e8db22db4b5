import { expect, test, vi } from 'vitest';
import { lineSimulator } from '../../../test/simulators/line.ts';
import { call } from '../../../test/web.ts';
import { wordsFor } from '../../platform/words.ts';
import { type TypingPayload, typingTopic } from '../typing.events.ts';
import { lineHouse } from './line.testkit.ts';

const house = await lineHouse({ withFaq: true });
const { line, hears, conversationOf, messages, reply, settled } = house;
const sato = line.person('佐藤 恵');

const waits = { timeout: 30_000 };
const textsOf = (said: { messages: { type: string; text?: string }[] }) => said.messages.map((one) => one.text ?? `(${one.type})`);

test('a customer asks in LINE; the bot answers with the free reply, its words and the article together', async () => {
  await hears(line.text(sato, '返品はできますか？'));
  await vi.waitFor(() => expect(line.world.said).toHaveLength(1), waits);
  const [said] = line.world.said;
  expect(said).toMatchObject({ to: sato, by: 'reply' });
  expect(said!.messages.some(({ type }) => type === 'flex')).toBe(true);
  expect(line.world.used).toBe(0);
  const id = await conversationOf('佐藤 恵');
  expect(await messages(id)).toMatchObject([
    { author: { kind: 'customer' }, text: '返品はできますか？', channel: 'line' },
    { author: { kind: 'bot' }, delivery: 'sent' },
  ]);
  expect(line.world.loading).toEqual([sato]);
});

test('a pressed button is an answer to the bot, not a new question', async () => {
  const items = line.world.said.at(-1)!.messages.flatMap(({ quickReply }) => quickReply?.items ?? []);
  const [solved] = items.map(({ action }) => action as { label: string; data: string });
  expect(solved!.data).toMatch(/^mdg:msg_/);
  await hears(line.postback(sato, solved!.data));
  const id = await conversationOf('佐藤 恵');
  await vi.waitFor(async () => expect((await house.detail(id)).conversation.status).toBe('resolved'), waits);
  expect((await messages(id)).find(({ text }) => text === solved!.label)).toMatchObject({ author: { kind: 'customer' } });
});

test('while an agent types, LINE shows that somebody does', async () => {
  const conversationId = await conversationOf('佐藤 恵');
  const before = line.world.loading.length;
  const { workspaceId } = house.shop;
  const payload: TypingPayload = { by: 'agent', customerId: '', conversationId, typing: true, name: '鈴木' };
  house.product.platform.bus.publish({ workspaceId, topic: typingTopic, payload });
  await vi.waitFor(() => expect(line.world.loading).toHaveLength(before + 1), waits);
  expect(line.world.loading.at(-1)).toBe(sato);
  house.product.platform.bus.publish({ workspaceId, topic: typingTopic, payload: { ...payload, typing: false } });
});

test('an agent replies later, when the reply token is over: by push, paid', async () => {
  const id = await conversationOf('佐藤 恵');
  await settled();
  const [before, used] = [line.world.said.length, line.world.used];
  await house.shop.ctx.transaction((tx) =>
    tx
      .updateTable('threads')
      .set({ state: JSON.stringify({ replyToken: 'old', replyAt: 1 }) })
      .execute(),
  );
  const messageId = await reply(id, 'お品物は明日届きます');
  await vi.waitFor(() => expect(line.world.said).toHaveLength(before + 1), waits);
  expect(line.world.said.at(-1)).toMatchObject({ to: sato, by: 'push', messages: [{ type: 'text', text: 'お品物は明日届きます' }] });
  expect(line.world.used).toBe(used + 1);
  await vi.waitFor(async () => expect((await house.messageIn(id, messageId)).delivery).toBe('sent'), { timeout: 30_000 });
});

test('a sticker is no question: one that says nothing is left alone, thanks for an answer end the matter', async () => {
  const ota = line.person('太田 実');
  await hears(line.text(ota, '返品はできますか？'));
  await vi.waitFor(() => expect(line.world.said.filter(({ to }) => to === ota)).toHaveLength(1), waits);
  await hears(line.sticker(ota, ['走る', '汗']));
  await hears(line.sticker(ota, ['お辞儀', 'ありがとう']));
  const id = await conversationOf('太田 実');
  await vi.waitFor(async () => expect((await house.detail(id)).conversation.status).toBe('resolved'), waits);
  expect((await messages(id)).filter(({ author }) => author.kind === 'bot')).toHaveLength(2);
});

test('stickers, places and pictures are shown as what they are', async () => {
  const kato = line.person('加藤 健', 'ja');
  const photo = line.content(
    'image/png',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  );
  await hears(
    line.text(kato, '担当者と話したいです'),
    line.sticker(kato, ['お願いします']),
    line.message(kato, { type: 'location', title: '本店', address: '京都市', latitude: 35, longitude: 135 }),
    line.media(kato, 'image', photo),
  );
  const id = await conversationOf('加藤 健');
  await vi.waitFor(async () => {
    const said = (await messages(id)).filter(({ author }) => author.kind === 'customer');
    expect(said).toMatchObject([
      { text: '担当者と話したいです' },
      { text: '［スタンプ：お願いします］', blocks: [{ type: 'sticker', keywords: ['お願いします'] }] },
      { blocks: [{ type: 'location', title: '本店' }] },
      { attachments: [{ name: 'photo.png' }] },
    ]);
  }, waits);
});

test('what a customer takes back in LINE is gone here', async () => {
  const mori = line.person('森 葵');
  const said = line.text(mori, '電話番号は 090-0000-0000 です');
  await hears(said);
  const id = await conversationOf('森 葵');
  await hears(line.unsend(mori, (said.message as { id: string }).id));
  await vi.waitFor(async () => expect((await messages(id))[0]).toMatchObject({ text: '', delivery: 'withdrawn' }), waits);
});

test('a film is awaited until LINE has made it ready', async () => {
  const ono = line.person('小野 翔');
  const film = line.content('video/mp4', Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex'), 1);
  await hears(line.media(ono, 'video', film));
  const id = await conversationOf('小野 翔');
  expect((await messages(id))[0]).toMatchObject({ text: wordsFor('ja')('channel.file_awaited'), attachments: [] });
  await house.shop.ctx.transaction((tx) =>
    tx
      .updateTable('awaited_files')
      .set({ due_at: new Date(0) })
      .execute(),
  );
  await vi.waitFor(async () => expect((await messages(id))[0]!.attachments).toMatchObject([{ name: 'video.mp4' }]), waits);
});

test('somebody who blocked us: the agent reads why it cannot be sent; back again, it can', async () => {
  const id = await conversationOf('加藤 健');
  const kato = [...line.world.people].find(([, { displayName }]) => displayName === '加藤 健')![0];
  await settled();
  await hears(line.unfollow(kato));
  await settled();
  const messageId = await reply(id, '届きますか');
  await vi.waitFor(
    async () => expect(await house.messageIn(id, messageId)).toMatchObject({ delivery: 'failed', failure: { code: 'blocked' } }),
    waits,
  );
  await hears(line.follow(kato, true));
  await settled();
  await call(house.product, 'POST', `/api/messages/${messageId}/retry`, { headers: house.agent });
  await vi.waitFor(() => expect(textsOf(line.world.said.at(-1)!)).toEqual(['届きますか']), waits);
});

test('somebody who only follows is nobody’s customer yet', async () => {
  await hears(line.follow(line.person('通りすがり')), line.unfollow(line.person('去る人')));
  await settled();
  const { body } = await call(house.product, 'GET', '/api/customers?limit=100', { headers: house.agent });
  expect(body.items.map(({ name }: { name: string }) => name)).not.toContain('通りすがり');
});

test('an account that marks by hand: read by an agent is read in LINE', async () => {
  const hara = line.person('原 直');
  await hears(line.text(hara, '急ぎません', { markAsReadToken: 'read-1' }));
  const id = await conversationOf('原 直');
  const { lastSeq } = (await house.detail(id)).conversation;
  await call(house.product, 'PUT', `/api/conversations/${id}/seen`, { body: { seq: lastSeq ?? 1 }, headers: house.agent });
  await vi.waitFor(() => expect(line.world.read).toEqual(['read-1']), waits);
});

test('an answer to a certain message says which', async () => {
  const id = await conversationOf('佐藤 恵');
  await settled();
  const [ours] = line.world.said.filter(({ to, by }) => to === sato && by === 'push').at(-1)!.ids;
  await hears(line.text(sato, 'ありがとう、待っています', { quotedMessageId: ours }));
  await settled();
  expect((await messages(id)).map(({ text }) => text)).toContain('ありがとう、待っています\n\n（「お品物は明日届きます」への返信）');
});

test('what LINE delivers out of order in one webhook is one customer’s, and an old token is not taken for a new one', async () => {
  const ando = line.person('安藤 律');
  const [first, second] = [line.text(ando, '先に言いました'), line.text(ando, '後で言いました')];
  const late = { ...first, timestamp: (first.timestamp as number) - 3_600_000 };
  await hears(second);
  await hears(line.again(late));
  const id = await conversationOf('安藤 律');
  await settled();
  expect((await messages(id)).filter(({ author }) => author.kind === 'customer')).toHaveLength(2);
  const [{ state }] = (await house.shop.ctx.transaction((tx) =>
    tx.selectFrom('threads').select('state').where('external_id', '=', ando).execute(),
  )) as [{ state: { replyAt: number } }];
  expect(state.replyAt).toBe(second.timestamp);
});

test('two accounts are two inboxes: the same person writes to both, and each answers for itself', async () => {
  const other = await lineSimulator();
  // One platform answers for both channels here, and says of both which account they are.
  other.world.bot.userId = line.world.bot.userId;
  try {
    const made = await call(house.product, 'POST', '/api/inboxes', {
      body: {
        name: '二号店 LINE',
        channel: 'line',
        settings: { channelSecret: other.world.channelSecret, channelAccessToken: line.world.accessToken },
      },
      headers: house.admin,
    });
    expect(await house.hook(line.webhook([line.text(sato, '一号店の署名です')]), made.body.key)).toBe(401);
    expect(await house.hook(other.webhook([other.text(sato, '二号店あてです')]), made.body.key)).toBe(200);
    await settled();
    const ids = (await house.conversations()).filter(({ customer }) => customer.name === '佐藤 恵').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(await Promise.all(ids.map(async (id) => (await house.detail(id)).conversation.inbox.id))).size).toBe(2);
  } finally {
    await other.stop();
  }
});
