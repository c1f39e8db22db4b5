import { expect, test, vi } from 'vitest';
import { addVisitor } from '../../../test/company.ts';
import { call } from '../../../test/web.ts';
import { lineHouse } from '../line/line.testkit.ts';
import { isUndoWord } from './undo-word.rules.ts';

const house = await lineHouse();
const { line, hears, product, shop, admin, agent, settled, inbox } = house;
const waits = { timeout: 30_000 };
const textOf = (message: object): string => ('text' in message ? String(message.text) : '');
const saidTo = (userId: string): string[] =>
  line.world.said.filter(({ to }) => to === userId).flatMap(({ messages }) => messages.map(textOf));
const hearsFromUs = (userId: string, text: string) =>
  vi.waitFor(() => expect(saidTo(userId)).toContainEqual(expect.stringContaining(text)), waits);
const identitiesOf = async (conversationId: string): Promise<string[]> => {
  const { customer } = (await house.detail(conversationId)).conversation;
  const { body } = await call(product, 'GET', `/api/customers/${customer.id}`, { headers: agent });
  return body.identities.map(({ kind }: { kind: string }) => kind).sort();
};
/** What the house itself said in the messenger, whatever the bot says before or after. */
const isTold = async ({ read }: Awaited<ReturnType<typeof addVisitor>>, text: string) =>
  expect((await read()).messages).toContainEqual(
    expect.objectContaining({ author: expect.objectContaining({ kind: 'system' }), text: expect.stringContaining(text) }),
  );
/** Somebody in the messenger, and the word of a link that an agent made for their conversation. */
async function chatWithLink(text: string) {
  expect(await house.check()).toMatchObject({ ok: true });
  const visitor = await addVisitor(product, shop.chatKey);
  const id = (await visitor.say(text)).body.conversation.id as string;
  const link = await call(product, 'POST', `/api/conversations/${id}/continuations`, { body: { inboxId: inbox.id }, headers: agent });
  expect(link).toMatchObject({ status: 201 });
  expect(link.body.text).toBe(
    `続きはLINEでもお話しできます。30分以内に次のリンクを開き、LINEの画面でそのまま送信（または開始）してください。\n${link.body.url}`,
  );
  return { visitor, id, word: decodeURIComponent(new URL(link.body.url).search.slice(1)) };
}

test('a link opened by somebody else: both sides are told, and they undo it with one word', async () => {
  const { visitor, id, word } = await chatWithLink('急須のふたが欠けていました');
  const stranger = line.person('通りがかり');
  await hears(line.text(stranger, word));
  await hearsFromUs(stranger, 'チャットでのお問い合わせ（受付番号 1）');
  expect(saidTo(stranger).join()).not.toContain('急須');
  await isTold(visitor, 'LINEにつながりました');
  expect(await identitiesOf(id)).toEqual(['line', 'visitor']);

  await hears(line.text(stranger, '心当たりがない'));
  await hearsFromUs(stranger, 'つながりを取り消しました');
  await settled();
  expect(await identitiesOf(id)).toEqual(['visitor']);
  expect((await house.detail(id)).conversation.channel).toBe('chat');
  await isTold(visitor, 'チャットで続きます');
  expect((await house.detail(id)).facts.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['conversation.line_added', 'conversation.line_removed']),
  );

  // From here on they are two matters of two people, each on their own line.
  await hears(line.text(stranger, '営業時間を教えてください'));
  const other = await house.conversationOf('通りがかり');
  expect(other).not.toBe(id);
  await visitor.say('写真もあります');
  await house.reply(id, '確認いたします');
  await settled();
  expect((await visitor.read()).messages.at(-1).text).toBe('確認いたします');
  expect(saidTo(stranger)).not.toContain('確認いたします');

  // The word is used up: nobody joins by it any more, and the phrase alone undoes nothing twice.
  const second = line.person('二人目');
  await hears(line.text(second, word));
  await hearsFromUs(second, '有効期限が切れています');
  await hears(line.text(stranger, '心当たりがない'));
  await settled();
  expect((await house.messages(other)).map(({ text }) => text)).toContain('心当たりがない');
});

test('an agent who sees that a link joined somebody else takes the line away again, once', async () => {
  const { visitor, id, word } = await chatWithLink('注文した茶さじが届きません');
  const other = line.person('別の方');
  await hears(line.text(other, word));
  await hearsFromUs(other, 'LINEにつながりました');
  const facts = async () => (await house.detail(id)).facts as { name: string; actor: { kind: string }; data: { threadId: string } }[];
  const { threadId } = (await facts()).find(({ name }) => name === 'conversation.line_added')!.data;
  const undo = () => call(product, 'POST', `/api/conversations/${id}/continuations/undo`, { body: { threadId }, headers: agent });
  expect((await undo()).status).toBe(200);
  await hearsFromUs(other, 'つながりを取り消しました');
  expect(await identitiesOf(id)).toEqual(['visitor']);
  expect((await facts()).find(({ name }) => name === 'conversation.line_removed')?.actor.kind).toBe('agent');
  expect(await undo()).toMatchObject({ status: 409, body: { code: 'link.undone_already' } });

  await house.reply(id, '確認いたします');
  await settled();
  expect((await visitor.read()).messages.at(-1).text).toBe('確認いたします');
  expect(saidTo(other)).not.toContain('確認いたします');
});

test('the same line that says the word again is told nothing new', async () => {
  const { id, word } = await chatWithLink('続きをお願いします');
  const mori = line.person('森 葵');
  await hears(line.text(mori, word));
  await hearsFromUs(mori, 'LINEにつながりました');
  await hears(line.text(mori, word));
  await settled();
  expect(saidTo(mori).filter((text) => text.includes('LINE'))).toHaveLength(1);
  expect((await house.messages(id)).filter(({ author }) => author.kind === 'system')).toHaveLength(1);
});

test('a line that the company proved to be a member’s is not taken from them', async () => {
  const { id, word } = await chatWithLink('送料はいくらですか');
  const hanako = line.person('会員 花子');
  await hears(line.text(hanako, 'ポイントは残っていますか'));
  const own = await house.conversationOf('会員 花子');
  const made = await call(product, 'POST', `/api/inboxes/${inbox.id}/account-links`, { body: { externalId: 'member-77' }, headers: admin });
  await hears(line.accountLink(hanako, made.body.nonce));
  await hears(line.text(hanako, word));
  await hearsFromUs(hanako, '会員アカウントとつながっているため');
  expect(await identitiesOf(own)).toEqual(['external', 'line']);
  expect(await identitiesOf(id)).toEqual(['visitor']);
});

test.each(['心当たりがない', '「心当たりがない」', '心当たりがありません。', 'Not me', 'This isn’t me.'])('%s undoes a link', (text) => {
  expect(isUndoWord(text)).toBe(true);
});
test.each(['違います', '心当たりがない請求が届きました', 'not me but my husband ordered', ''])(
  '“%s” is a message like any other',
  (text) => {
    expect(isUndoWord(text)).toBe(false);
  },
);
