import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { assign, setSubject, setTags } from '../conversations/commands/manage.ts';
import { withdraw } from '../conversations/commands/release.ts';
import { addNote, replyAsAgent } from '../conversations/commands/reply.ts';
import { markSpam, unmarkSpam } from '../conversations/commands/spam.ts';
import { mergeConversations } from '../conversations/merge/merge.commands.ts';
import { splitConversation } from '../conversations/merge/split.commands.ts';
import { claimIdentity, updateCustomer } from '../customers/customers.commands.ts';
import { mergeCustomers } from '../customers/merges/merges.commands.ts';
import { erasePerson } from '../people/erase/erase.commands.ts';
import { folderFiles } from '../platform/files/files.ts';
import { beginAnew } from './keep/build.commands.ts';
import { build } from './keep/build.lane.ts';
import { buildState } from './keep/build.queries.ts';
import { conversationIdsFor } from './query/conversation-ids.queries.ts';
import { ordersSaidElsewhere } from './search.queries.ts';
import { searchStage } from './search.testkit.ts';
import { orderNumbersIn } from './terms/orders.rules.ts';

const house = await searchStage();
const { says, find, found, customersFound, catchUp, seeing, suzuki, takahashi, system, chatInboxId, formInboxId, workspaceId } = house;

const cracked = await says('佐藤 花子', '急須のふたが割れていました。注文番号は HZ-10234 です。');
const late = await says('田中 浩二', 'お茶がまだ届かないのですが、いつ届きますか？ 電話は 090-1234-5678 です');
const card = await says('渡辺 由美子', 'クレジットカードで払えますか');
const english = await says('Emma Miller', 'Could I get refunds for two orders? emma.miller@mail.example');
await setTags(suzuki, cracked.conversation.id, ['破損', '急ぎ']);
await addNote(suzuki, cracked.conversation.id, {
  text: '写真を待つ。倉庫の佐々木さんに確認済み',
  attachmentIds: [],
  idempotencyKey: 'note-0001',
});
await catchUp();
const subject = (one: typeof cracked) => one.conversation.subject;

describe('words', () => {
  test.each([
    ['急須', cracked, 'two characters'],
    ['カード', card, 'inside a longer word'],
    ['届きません', late, 'said in another form'],
    ['割れた', cracked, 'in another form, not denied'],
    ['お茶 届かない', late, 'two words'],
    ['"届かないのですが"', late, 'exactly so'],
    ['refund', english, 'an English stem'],
    ['ＲＥＦＵＮＤ', english, 'in full width'],
    ['emma.miller@mail.example', english, 'an address'],
    ['HZ-10234', cracked, 'an order number'],
    ['hz10234', cracked, 'without its hyphen'],
    ['10234', cracked, 'without its letters'],
    ['HZ-102', cracked, 'by its beginning'],
    ['０９０１２３４５６７８', late, 'a telephone number in another notation'],
    ['+81 90 1234 5678', late, 'and from abroad'],
    ['倉庫', cracked, 'in a note'],
    ['ささき', cracked, 'a name by its sound'],
    ['破損', cracked, 'a tag'],
    ['さとう', cracked, 'by who wrote it'],
    ['佐藤 花子', cracked, 'by first and last name'],
    ['sato 急須', cracked, 'name in Latin letters and a word'],
  ])('%s', async (q, where) => {
    expect(await found(q)).toEqual([subject(where)]);
  });

  test('what does not stand there is not found', async () => {
    for (const q of [
      '割れていない',
      '急須 -割れ',
      '"割れた"',
      '緑茶',
      'fund',
      '090-1234-5679',
      'の',
      '',
      '-急須',
      '"',
      "a\\'b' & | ! :* <-> (",
    ])
      expect(await found(q), q).toEqual([]);
  });

  test('the number of a conversation brings it to the top', async () => {
    await says('加藤 誠', `#${cracked.conversation.number} の件、どうなりましたか`);
    await catchUp();
    const { conversations } = await find(`#${cracked.conversation.number}`);
    expect(conversations?.items[0]?.conversation.id).toBe(cracked.conversation.id);
    expect(conversations?.count).toBe(2);
  });

  test('the words are shown where they stand, with the name of who said them', async () => {
    const { conversations } = await find('届きません');
    const { text, ranges } = conversations!.items[0]!.message!.snippet;
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(['届か', '届き']);
    expect(conversations!.items[0]!.message!.author).toEqual({ kind: 'customer', name: '田中 浩二' });
  });
});

describe('customers', () => {
  test('by name, reading, Latin letters, address, number and what is known of them', async () => {
    const { ctx, line } = late;
    await system.transaction((tx) => claimIdentity(ctx, tx, line.customerId, 'email', 'koji-tanaka@post.example', 'chat'));
    await updateCustomer(suzuki, line.customerId, { reading: 'たなか こうじ', attributes: { 会員番号: 'M-20418' } });
    await catchUp();
    for (const q of ['田中', '田中浩二', 'たなか', 'タナカ', 'tanaka', 'koji-tanaka@post.example', 'koji', 'M-20418', 'm20418'])
      expect(await customersFound(q), q).toEqual(['田中 浩二']);
    expect(await customersFound('わたなべ'), 'read by the dictionary').toEqual(['渡辺 由美子']);
    expect(await customersFound('中田')).toEqual([]);
  });

  test('two that are one person are found once, and their conversations by either name', async () => {
    const again = await says('田中 幸次', '新しい端末から書いています');
    await mergeCustomers(suzuki, again.line.customerId, late.line.customerId);
    await catchUp();
    expect(await customersFound('田中')).toHaveLength(1);
    expect(await found('幸次 届か')).toEqual([subject(late)]);
  });
});

describe('the fence', () => {
  test('what lies in another inbox is neither found nor counted', async () => {
    const outside = seeing([formInboxId]);
    const { conversations } = await find('急須', {}, outside);
    expect(conversations).toMatchObject({ items: [], count: 0, isMore: false });
    expect((await find('急須', {}, seeing([chatInboxId]))).conversations?.count).toBe(1);
    expect((await find('急須', {}, seeing([]))).conversations?.count).toBe(0);
  });

  test('a customer finds nothing at all', async () => {
    expect(await found('急須', {}, cracked.ctx)).toEqual([]);
    expect(await customersFound('佐藤', cracked.ctx)).toEqual([]);
  });

  test('a withdrawn reply, a message taken back and spam are gone; no spam is back', async () => {
    const reply = await replyAsAgent(
      suzuki,
      card.conversation.id,
      { text: '玉露の見本を送ります', attachmentIds: [], seenSeq: 1, thenStatus: 'waiting', articleIds: [], idempotencyKey: 'reply-001' },
      20,
      async () => [],
    );
    await catchUp();
    expect(await found('玉露'), 'held: it may still be withdrawn').toEqual([]);
    await withdraw(suzuki, reply.id);
    await catchUp();
    expect(await found('玉露')).toEqual([]);

    const unsaid = await says('木村 拓', '抹茶アイスの件で');
    await catchUp();
    expect(await found('抹茶')).toHaveLength(1);
    await setSubject(suzuki, unsaid.conversation.id, '');
    await system.transaction((tx) => tx.updateTable('messages').set({ text: '' }).where('id', '=', unsaid.message.id).execute());
    expect((await find('抹茶')).conversations?.items.map(({ message }) => message)).toEqual([null]);
    await catchUp();
    expect(await found('抹茶')).toEqual([]);

    const spam = await says('Mr. Prize', '当選おめでとうございます 賞金');
    await markSpam(suzuki, spam.conversation.id);
    await catchUp();
    expect(await found('賞金')).toEqual([]);
    expect(await found('賞金', { spam: 'yes' })).toHaveLength(1);
    await unmarkSpam(suzuki, spam.conversation.id);
    await catchUp();
    expect(await found('賞金')).toHaveLength(1);
  });
});

test('what was merged is found where it goes on, what was split where it is now', async () => {
  const who = await house.visitor('清水 純一');
  const one = await says('清水 純一', '請求書払いの審査について', who);
  await says('清水 純一', '別件ですが、水出し煎茶の淹れ方は', who);
  await catchUp();
  const where = async (q: string) => (await find(q)).conversations?.items.map(({ conversation }) => conversation.id);
  expect(await where('水出し')).toEqual([one.conversation.id]);
  const [message] = (await find('水出し')).conversations!.items.map((item) => item.message);
  const { conversationId } = await splitConversation(suzuki, message!.id);
  await catchUp();
  expect(await where('水出し')).toEqual([conversationId]);
  await mergeConversations(suzuki, one.conversation.id, conversationId);
  await catchUp();
  expect(await where('水出し')).toEqual([one.conversation.id]);
  expect(await conversationIdsFor(suzuki, house.read, '水出し'), 'the list looks for itself until all is read').toBeNull();
});

test('an erased person is gone at once; the number of their conversation goes on being found', async () => {
  const gone = await says('東雲 桐子', '柚子胡椒の小瓶が割れて届きました');
  await catchUp();
  expect(await found('柚子胡椒')).toHaveLength(1);
  expect(await customersFound('東雲')).toHaveLength(1);
  await erasePerson(system, folderFiles(tmpdir()), gone.line.customerId);
  for (const _ of ['at once', 'and after the log was read']) {
    expect(await found('柚子胡椒')).toEqual([]);
    expect(await customersFound('東雲')).toEqual([]);
    await catchUp();
  }
  expect((await find(`#${gone.conversation.number}`)).conversations?.items[0]?.conversation.id).toBe(gone.conversation.id);
});

test('filters: when, over which channel and inbox, who has it', async () => {
  await assign(suzuki, card.conversation.id, { agentId: takahashi.actor.id, teamId: null });
  await catchUp();
  expect(await found('カード', { agent: takahashi.actor.id! })).toEqual([subject(card)]);
  expect(await found('カード', { agent: suzuki.actor.id! })).toEqual([]);
  expect(await found('カード', { channel: 'chat', inbox: chatInboxId })).toEqual([subject(card)]);
  expect(await found('カード', { channel: 'email' })).toEqual([]);
  const said = card.message.created_at;
  const shifted = (ms: number) => new Date(said.getTime() + ms).toISOString();
  expect(await found('カード', { from: shifted(0) })).toEqual([subject(card)]);
  expect(await found('カード', { from: shifted(1) })).toEqual([]);
  expect(await found('カード', { to: shifted(0) })).toEqual([]);
  await assign(suzuki, card.conversation.id, { agentId: null, teamId: null });
  await catchUp();
  expect(await found('カード', { agent: takahashi.actor.id! })).toEqual([]);
});

test('newest first over days, months and years, a page at a time, each conversation once', async () => {
  const expected: string[] = [];
  for (const days of [0, 1, 3, 20, 60, 200, 500, 900]) {
    house.clock.advance(days * 86_400_000);
    const { conversation } = await says(`客 ${days}`, `ほうじ茶を${days}袋ください`);
    expected.unshift(conversation.subject);
  }
  await catchUp();
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const { conversations } = await find('ほうじ茶', { limit: 3, cursor });
    expect(conversations?.count).toBe(expected.length);
    pages.push(...conversations!.items.map(({ conversation }) => conversation.subject));
    cursor = conversations!.nextCursor ?? undefined;
  } while (cursor);
  expect(pages).toEqual(expected);
});

test('a build begun, broken off and begun again leaves the same as the log did, and takes away what is no more', async () => {
  const documents = () =>
    system.transaction((tx) =>
      tx.selectFrom('search_documents').selectAll().where('workspace_id', '=', workspaceId).orderBy('id').execute(),
    );
  const followed = await documents();
  await system.transaction(async (tx) => {
    await tx.deleteFrom('search_documents').where('kind', '=', 'message').execute();
    await tx.updateTable('search_documents').set({ id: 'cus_00000000000000000000000000' }).where('id', '=', late.line.customerId).execute();
  });
  const stopped = new AbortController();
  stopped.abort();
  await build(system, house.read, stopped.signal);
  expect((await buildState(suzuki)).isFinished).toBe(false);
  await build(system, house.read);
  expect(await documents()).toEqual(followed);
  const { isFinished, done, total } = await buildState(suzuki);
  expect({ isFinished, done }).toEqual({ isFinished: true, done: total });
  expect(await conversationIdsFor(suzuki, house.read, '急須')).toEqual([cracked.conversation.id]);
  await beginAnew(system);
  await beginAnew(system);
  expect((await buildState(suzuki)).done).toBe(0);
  expect(await found('急須'), 'found meanwhile').toHaveLength(1);
  await build(system, house.read);
  expect(await documents()).toEqual(followed);
});

test('the number of another customer’s order in a reply is told', async () => {
  const text = 'ご注文 HZ-10234 は 2026-11-22 に発送、代金は5000円、お問い合わせは 090-1234-5678';
  const numbers = orderNumbersIn(text.toLowerCase()).map(({ number }) => number);
  expect(numbers).toEqual(['hz10234']);
  const ask = (customerId: string) => suzuki.transaction((tx) => ordersSaidElsewhere(tx, workspaceId, customerId, [...numbers, '99999']));
  expect(await ask(card.line.customerId)).toEqual(['hz10234']);
  expect(await ask(cracked.line.customerId)).toEqual([]);
});
