import * as contract from '@madoguchi/contract/checked-questions.ts';
import { describe, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { botHouse } from '../../../test/bot-house.ts';
import { replyAsAgent } from '../../conversations/commands/reply.ts';
import { systemViewer, type Viewer } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids/ids.ts';
import { addChecked, keepChecked, removeChecked } from './checked.commands.ts';
import { checkedToReplay, listChecked } from './checked.queries.ts';
import { checkedReader } from './checked.reader.ts';

const house = await botHouse();
const { system, articles, customer, platform, workspaceId } = house;
const reader = checkedReader();
const fee = faqJa.find(({ slug }) => slug === 'delivery-fee')!;
const feeId = () => articles.get('ja:delivery-fee')!.id;

/** Hands the facts of a conversation to the reader, as often as a reader that was interrupted may get them. */
async function learnFrom(conversationId: string, name: string, times = 1): Promise<void> {
  const facts = await system.transaction((tx) =>
    tx.selectFrom('events').selectAll().where('conversation_id', '=', conversationId).where('name', '=', name).execute(),
  );
  expect(facts.length).toBeGreaterThan(0);
  for (let time = 0; time < times; time++) for (const fact of facts) await reader.handlers[name]!(house.botCtx, fact);
}
const listed = (viewer: Viewer = systemViewer(workspaceId)) => platform.db.as(viewer, (tx) => listChecked(tx, workspaceId, { limit: 200 }));
const factCount = async () =>
  (await system.transaction((tx) => tx.selectFrom('events').select('position').where('name', '=', 'question.checked').execute())).length;
const forget = async () => {
  for (const { id } of (await listed()).items) await removeChecked(system, id);
};

describe('the bot learns which article answers a question', () => {
  test('from a customer who says that it solved the matter', async () => {
    const sato = await customer();
    await sato.says(fee.question);
    await sato.says('はい', { kind: 'solved' });
    await learnFrom((await sato.conversation()).id, 'conversation.resolved', 2);
    const { items, total } = await listed();
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      question: fee.question,
      article: { id: feeId(), question: fee.question },
      source: 'solved',
      conversationId: (await sato.conversation()).id,
    });
    await forget();
  });

  test('from an agent who puts it into a reply, but not when there were two', async () => {
    const replying = async (articleIds: string[]) => {
      const sato = await customer();
      await sato.says('大阪まで送ってもらうとおいくらでしょうか、急いでいます');
      const { id, last_seq } = await sato.conversation();
      const reply = { text: fee.answer, attachmentIds: [], seenSeq: last_seq, thenStatus: 'waiting' as const, articleIds };
      await replyAsAgent(house.suzuki, id, { ...reply, idempotencyKey: newId('key') }, 0, async () => []);
      await learnFrom(id, 'message.sent');
    };
    await replying([feeId(), articles.get('ja:delivery-time')!.id]);
    expect((await listed()).total).toBe(0);
    await replying([feeId()]);
    expect((await listed()).items).toMatchObject([{ article: { id: feeId() }, source: 'agent' }]);
    await forget();
  });

  test('from an editor, whose word comes before what a conversation told; the newer answer of each counts', async () => {
    const sato = await customer();
    await sato.says(fee.question);
    const { id: conversationId } = await sato.conversation();
    await system.transaction((tx) =>
      keepChecked(system, tx, { question: fee.question, articleId: feeId(), source: 'solved', conversationId }),
    );
    await addChecked(system, `${fee.question}？`, null);
    await addChecked(system, fee.question, articles.get('ja:delivery-time')!.id);
    expect((await listed()).total).toBe(2);
    const replayed = await system.transaction((tx) => checkedToReplay(tx, workspaceId));
    expect(replayed).toMatchObject([{ source: 'editor', article: { id: articles.get('ja:delivery-time')!.id } }]);
    await forget();
  });
});

describe('what is kept', () => {
  test('is seen where the conversation may be seen', async () => {
    const sato = await customer();
    await sato.says(fee.question);
    const { id: conversationId } = await sato.conversation();
    await system.transaction((tx) =>
      keepChecked(system, tx, { question: fee.question, articleId: feeId(), source: 'solved', conversationId }),
    );
    expect((await listed({ ...systemViewer(workspaceId), inboxes: [newId('ibx')] })).items).toEqual([]);
    expect((await listed(systemViewer(newId('wsp')))).items).toEqual([]);
    await forget();
  });

  test('needs words, and is no letter', async () => {
    await expect(addChecked(system, '？？', null)).rejects.toMatchObject({ code: 'question.without_words' });
    await expect(addChecked(system, '送料は', newId('art'))).rejects.toMatchObject({ status: 404 });
    const letter = '拝啓、'.repeat(300);
    expect(
      await system.transaction((tx) =>
        keepChecked(system, tx, { question: letter, articleId: null, source: 'editor', conversationId: null }),
      ),
    ).toBeNull();
    await expect(removeChecked(system, newId('chq'))).rejects.toMatchObject({ status: 404 });
  });

  test('the same again writes no fact', async () => {
    const before = await factCount();
    await addChecked(system, '送料は', feeId());
    await addChecked(system, '送料は？', feeId());
    expect((await factCount()) - before).toBe(1);
    expect(contract.checkedQuestion.parse((await listed()).items[0])).toBeTruthy();
    await forget();
  });
});
