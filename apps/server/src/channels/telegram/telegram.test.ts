import { describe, expect, test } from 'vitest';
import updates from '../../../../../fixtures/channels/telegram/updates.json' with { type: 'json' };
import { channelStory, soon } from '../../../test/channel-story.ts';
import { addVisitor } from '../../../test/company.ts';
import { telegramSimulator } from '../../../test/simulators/telegram.ts';
import { hasTelegramContract, paramsOf, telegramContract } from '../../../test/telegram-contract.ts';
import { wordsFor } from '../../platform/words.ts';
import { issueLink } from '../links/link-lines.ts';
import { telegramChannel } from './telegram.channel.ts';

const botToken = '7000000001:AAtest-token';
const telegram = await telegramSimulator(botToken);
const house = await channelStory({
  channel: telegramChannel,
  settings: { botToken },
  origins: { 'https://api.telegram.org': telegram.origin },
});

let updateId = 1_000_000;
const deliver = (update: object, secret?: string) => house.post(JSON.stringify(update), telegram.headers(secret));
/** Sato’s message of the fixtures, with other words and an id of its own. */
const says = (text: string) => {
  updateId += 1;
  const { message } = updates.text;
  return { update_id: updateId, message: { ...message, message_id: updateId, text } };
};
const now = ({ my_chat_member: member, ...update }: typeof updates.blocked | typeof updates.unblocked) => ({
  ...update,
  my_chat_member: { ...member, date: Math.ceil(Date.now() / 1000) },
});
const sentTexts = async () => (await Promise.all(telegram.calls('sendMessage').map(paramsOf))).map(({ text }) => text);

test('what saves the settings tells Telegram where to post, and who we are', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: '葉月茶舗 (@hazuki_bot)' });
  expect(telegram.state.webhook).toMatchObject({
    url: house.hookUrl,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    secret_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  });
});

test('Sato writes with a photo, an agent answers with words and a file', async () => {
  expect((await deliver(updates.text)).statusCode).toBe(200);
  await deliver(updates.photo);
  const conversation = await house.conversationWith('この部分です');
  const said = await house.messages(conversation);
  expect(said.find(({ text }) => text === 'この部分です')).toMatchObject({
    author: { name: '佐藤 花子' },
    attachments: [{ name: 'photo.jpg', type: 'image/png' }],
  });
  const file = await house.upload('label.pdf', 'application/pdf', Buffer.from('%PDF-1.4\nreturn label'));
  const answer = await house.reply(conversation, '代わりの品をお送りします。', { attachmentIds: [file] });
  const [document] = await soon(() => {
    const calls = telegram.calls('sendDocument');
    expect(calls).toHaveLength(1);
    return calls;
  });
  expect(await paramsOf(document!)).toMatchObject({ chat_id: 5550001001, document: { name: 'label.pdf', type: 'application/pdf' } });
  expect(await sentTexts()).toContain('代わりの品をお送りします。');
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
});

test('the same update twice is one message, and an edit is shown beside what was said', async () => {
  await deliver(updates.text);
  await deliver(updates.edited);
  await deliver(updates.edited);
  const conversation = await house.conversationWith('［書き直し］急須のふたが割れていました');
  expect(await house.customersSaid(conversation)).toEqual([
    '急須が割れていました',
    'この部分です',
    '［書き直し］急須のふたが割れていました',
  ]);
});

test('a forged update is refused, and nothing is kept of it', async () => {
  const before = (await house.payloads()).length;
  expect((await deliver(says('偽物'), 'guessed')).statusCode).toBe(401);
  expect((await house.post('{}', { 'content-type': 'application/json' })).statusCode).toBe(401);
  expect(await house.payloads()).toHaveLength(before);
});

test('a pressed button is heard in the very answer', async () => {
  const answer = await deliver(updates.pressed);
  expect(answer.json()).toEqual({ method: 'answerCallbackQuery', callback_query_id: updates.pressed.callback_query.id });
  const conversation = await house.conversationWith('担当者と話す');
  expect((await house.customersSaid(conversation)).at(-1)).toBe('担当者と話す');
});

test('who opens the bot is welcomed in their language, and no conversation begins', async () => {
  await deliver(updates.start);
  await soon(async () => expect(await sentTexts()).toContain('Welcome. Write here what we can do for you.'));
  expect(await house.conversations()).toHaveLength(1);
});

test('a conversation from elsewhere goes on here by a link that is good once', async () => {
  const visitor = await addVisitor(house.product, house.shop.chatKey);
  const id = (await visitor.say('チャットからです')).body.conversation.id as string;
  const token = await issueLink(house.shop.ctx, id, house.inboxId);
  expect(telegramChannel.continueUrl?.({ botUsername: 'hazuki_bot' }, token, 'ja')).toBe(`https://t.me/hazuki_bot?start=${token}`);
  const { message } = updates.start_with_token;
  const writes = (chatId: number, text: string) => {
    updateId += 1;
    const who = { chat: { ...message.chat, id: chatId }, from: { ...message.from, id: chatId } };
    return deliver({ update_id: updateId, message: { ...message, ...who, message_id: updateId, text } });
  };
  await writes(5550001099, `/start ${token}`);
  await soon(async () => expect(await sentTexts()).toContainEqual(expect.stringContaining('Telegramにつながりました')));
  await writes(message.chat.id, `/start ${token}`);
  await soon(async () => expect(await sentTexts()).toContain(wordsFor('ja')('channel.link_over')));
  await writes(5550001099, '心当たりがない');
  await soon(async () => expect(await sentTexts()).toContainEqual(expect.stringContaining('つながりを取り消しました')));
});

test('Telegram asks us to wait: the reply waits, and goes out once', async () => {
  const conversation = await house.conversationWith('急須が割れていました');
  telegram.refuse(
    'sendMessage',
    { status: 429, description: 'Too Many Requests: retry after 1', retryAfter: 0 },
    { status: 502, description: '' },
  );
  const before = telegram.calls('sendMessage').length;
  const answer = await house.reply(conversation, '本日発送しました。');
  for (const tries of [1, 2]) {
    await soon(() => expect(telegram.calls('sendMessage').length).toBe(before + tries));
    await house.hurry();
  }
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
  await soon(() => expect(telegram.calls('sendMessage').length).toBe(before + 3));
});

test('a long text goes out in parts; when the second is refused for a moment, the first is not said twice', async () => {
  const conversation = await house.conversationWith('急須が割れていました');
  const long = `${'一'.repeat(4000)}\n${'二'.repeat(4000)}`;
  const before = telegram.calls('sendMessage').length;
  telegram.refuse('sendMessage', 'accept', { status: 500, description: 'Internal Server Error' });
  const answer = await house.reply(conversation, long);
  await house.hurry();
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
  await soon(() => expect(telegram.calls('sendMessage').length).toBe(before + 3));
  const texts = (await sentTexts()).slice(before);
  expect(texts).toEqual(['一', '二', '二'].map((one) => one.repeat(4000)));
});

test('a person who blocked the bot: the agent reads why, then sees that they are out of reach, and back', async () => {
  const conversation = await house.conversationWith('急須が割れていました');
  telegram.refuse('sendMessage', { status: 403, description: 'Forbidden: bot was blocked by the user' });
  const answer = await house.reply(conversation, '届きますか');
  await house.until(conversation, answer, ({ delivery, failure }) => expect([delivery, failure?.code]).toEqual(['failed', 'blocked']));
  await deliver(now(updates.blocked));
  await soon(async () => expect(await house.lines(conversation)).toMatchObject([{ channel: 'telegram', reachable: false }]));
  await deliver(now(updates.unblocked));
  await soon(async () => expect(await house.lines(conversation)).toMatchObject([{ reachable: true }]));
  await house.retry(answer);
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
});

test('a token that was revoked: the health page says so, and the reply does, too', async () => {
  const conversation = await house.conversationWith('急須が割れていました');
  telegram.state.token = '7000000001:AAanother';
  expect(await house.check()).toMatchObject({ ok: false, failure: 'credentials_refused' });
  const answer = await house.reply(conversation, '聞こえますか');
  await house.until(conversation, answer, ({ failure }) => expect(failure?.code).toBe('credentials_refused'));
  expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' });
  telegram.state.token = botToken;
  expect(await house.check()).toMatchObject({ ok: true });
  expect(await house.health()).toMatchObject({ state: 'good', failure: null });
});

test('Telegram that cannot reach us says so through the check', async () => {
  telegram.state.lastError = 'Wrong response from the webhook: 502 Bad Gateway';
  expect(await house.check()).toMatchObject({ ok: false, failure: 'connection_lost', detail: expect.stringContaining('502') });
  telegram.state.lastError = null;
});

describe.runIf(hasTelegramContract)('held to the published contract (read from ../shared/contracts)', () => {
  const contract = hasTelegramContract ? telegramContract() : null;

  test('everything we asked in these stories is as documented, and so are the simulator’s answers', async () => {
    const methods = telegram.asked.filter(({ path }) => path.startsWith('/bot'));
    const faults = (await Promise.all(methods.map((asked) => contract!.request(asked)))).flat();
    expect(faults).toEqual([]);
    const asked = new Set(methods.map(({ path }) => path.split('/').at(-1)));
    expect([...asked].sort()).toEqual(
      ['getFile', 'getMe', 'getWebhookInfo', 'sendChatAction', 'sendDocument', 'sendMessage', 'setWebhook'].sort(),
    );
  });
});
