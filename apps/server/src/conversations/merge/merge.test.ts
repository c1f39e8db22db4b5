import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { newId } from '../../platform/ids/ids.ts';
import { lockConversation } from '../commands/lock.ts';
import { setStatus } from '../commands/manage.ts';
import { receiveMessage } from '../commands/receive.ts';
import { releaseHeld } from '../commands/release.ts';
import { addNote, replyAsAgent } from '../commands/reply.ts';
import type { ThreadLine } from '../conversations.types.ts';
import { countConversations, listConversations } from '../queries/list.ts';
import { conversationsAlike } from './alike.queries.ts';
import { distinguishConversations } from './distinguish.commands.ts';
import { joinedOf } from './joined.queries.ts';
import { mergeConversations } from './merge.commands.ts';
import { splitConversation } from './split.commands.ts';
import { undoConversationMerge } from './undo-merge.commands.ts';
import { undoSplit } from './undo-split.commands.ts';

const { system, suzuki, visitor, workspaceId, clock } = await stage();
const told = async () => [];
type Customer = Awaited<ReturnType<typeof visitor>>;

/** Another line of the same customer: mail beside chat, as far as this room is concerned. */
async function lineOf({ line }: Customer): Promise<ThreadLine> {
  const threadId = newId('thr');
  await system.transaction(async (tx) => {
    const first = await tx.selectFrom('threads').selectAll().where('id', '=', line.threadId).executeTakeFirstOrThrow();
    const { workspace_id, inbox_id, customer_id, identity_id } = first;
    await tx
      .insertInto('threads')
      .values({ workspace_id, id: threadId, inbox_id, customer_id, identity_id, external_id: threadId })
      .execute();
  });
  return { ...line, threadId };
}

let said = 0;
async function says({ ctx }: Customer, line: ThreadLine, text: string) {
  clock.advance(1000);
  said += 1;
  const common = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
  const { conversation, message } = await receiveMessage(ctx, line, { externalId: `m-${said}`, text, ...common });
  return { id: conversation.id, messageId: message.id };
}
const read = (id: string) => system.transaction((tx) => lockConversation(system, tx, id));
const textsIn = async (id: string) =>
  (
    await system.transaction((tx) => tx.selectFrom('messages').select('text').where('conversation_id', '=', id).orderBy('seq').execute())
  ).map(({ text }) => text);
async function answers(id: string, text: string) {
  clock.advance(1000);
  const { last_seq } = await read(id);
  const reply = { text, attachmentIds: [], seenSeq: last_seq, thenStatus: 'waiting' as const, idempotencyKey: `key-${text}` };
  const { id: messageId } = await replyAsAgent(suzuki, id, reply, 10, told);
  await releaseHeld(system, messageId);
  return messageId;
}
const listed = async (view: 'all' | 'new' | 'waiting') => {
  const rows = await suzuki.transaction((tx) =>
    listConversations(tx, workspaceId, suzuki.actor.id, { view, limit: 100, now: clock.now() }),
  );
  return rows.items.map(({ id }) => id);
};

/** Everything that a merge or split could change of these conversations and lines. */
const world = (ids: readonly string[]) =>
  system.transaction(async (tx) => ({
    conversations: await tx.selectFrom('conversations').selectAll().where('id', 'in', ids).orderBy('id').execute(),
    messages: await tx.selectFrom('messages').selectAll().where('conversation_id', 'in', ids).orderBy('id').execute(),
    threads: await tx.selectFrom('threads').selectAll().where('latest_conversation_id', 'in', ids).orderBy('id').execute(),
  }));

async function twoOfOne() {
  const customer = await visitor();
  const mail = await lineOf(customer);
  const first = await says(customer, customer.line, '急須の蓋が欠けていました');
  const second = await says(customer, mail, '急須の蓋が欠けて届いた件です');
  return { customer, mail, first, second };
}

describe('one matter on two lines', () => {
  test('goes on in one conversation: lists show it once, what comes on either line lands there', async () => {
    const { customer, mail, first, second } = await twoOfOne();
    await setStatus(suzuki, first.id, 'waiting');
    await mergeConversations(suzuki, first.id, second.id);

    expect(await read(first.id)).toMatchObject({ status: 'open', preview: '急須の蓋が欠けて届いた件です' });
    expect(await listed('all')).toContain(first.id);
    expect(await listed('all')).not.toContain(second.id);
    expect((await says(customer, mail, 'まだですか')).id).toBe(first.id);
    expect((await system.transaction((tx) => joinedOf(tx, workspaceId, first.id))).joined).toMatchObject([{ id: second.id, messages: 1 }]);
    expect((await system.transaction((tx) => joinedOf(tx, workspaceId, second.id))).wentOn).toMatchObject({ id: first.id });
    await expect(answers(second.id, 'こちらへ')).rejects.toMatchObject({ code: 'conversation.merged' });
    expect(await factsOf(system, first.id)).toContain('conversation.merged');
  });

  test('taken back at once, not a column remembers it', async () => {
    const { first, second } = await twoOfOne();
    await answers(first.id, 'お調べします');
    const before = await world([first.id, second.id]);
    const merge = await mergeConversations(suzuki, first.id, second.id);
    expect(await mergeConversations(suzuki, first.id, second.id)).toBe(merge);
    expect(await world([first.id, second.id])).not.toEqual(before);
    await undoConversationMerge(suzuki, merge);
    await undoConversationMerge(suzuki, merge);
    expect(await world([first.id, second.id])).toEqual(before);
  });

  test('what was said meanwhile goes with its line, and what an agent decided meanwhile stays', async () => {
    const { customer, mail, first, second } = await twoOfOne();
    const merge = await mergeConversations(suzuki, first.id, second.id);
    await says(customer, mail, 'メールで追伸');
    await says(customer, customer.line, 'チャットで追伸');
    await addNote(suzuki, first.id, { text: '同じ件', attachmentIds: [], idempotencyKey: 'note-meanwhile' });
    await setStatus(suzuki, first.id, 'resolved');
    await undoConversationMerge(suzuki, merge);
    expect(await textsIn(second.id)).toEqual(['急須の蓋が欠けて届いた件です', 'メールで追伸']);
    expect(await textsIn(first.id)).toEqual(['急須の蓋が欠けていました', 'チャットで追伸', '同じ件']);
    expect(await read(first.id)).toMatchObject({ status: 'resolved', preview: 'チャットで追伸' });
    expect(await read(second.id)).toMatchObject({ status: 'open', preview: 'メールで追伸', merged_into: null });
    expect((await says(customer, mail, 'もう一度')).id).toBe(second.id);
  });

  test('a repetition of what stands in the one that went away is known', async () => {
    const { customer, mail, first, second } = await twoOfOne();
    await mergeConversations(suzuki, first.id, second.id);
    said -= 1;
    expect((await says(customer, mail, '急須の蓋が欠けて届いた件です')).id).toBe(second.id);
    expect(await textsIn(first.id)).toEqual(['急須の蓋が欠けていました']);
  });

  test('two customers are never one by themselves; a line of another customer begins anew and reads nothing of the other', async () => {
    const [one, other] = [await visitor(), await visitor('高橋 由紀')];
    const mine = await says(one, one.line, '名入れの件');
    const theirs = await says(other, other.line, '名入れの件です');
    await expect(mergeConversations(suzuki, mine.id, theirs.id, true)).rejects.toMatchObject({ code: 'conversation.merge_refused' });
    await system.transaction((tx) =>
      tx.updateTable('customers').set({ merged_into: one.line.customerId }).where('id', '=', other.line.customerId).execute(),
    );
    await mergeConversations(suzuki, mine.id, theirs.id);
    const next = await says(other, other.line, '続きです');
    expect([mine.id, theirs.id]).not.toContain(next.id);
  });
});

describe('duplicates', () => {
  test('are proposed with reasons, until somebody says that they are two', async () => {
    const { first, second } = await twoOfOne();
    const proposed = () => system.transaction((tx) => conversationsAlike(tx, workspaceId, first.id));
    expect(await proposed()).toMatchObject([{ conversation: { id: second.id }, reasons: [{ kind: 'words' }, { kind: 'near' }] }]);
    await distinguishConversations(suzuki, second.id, first.id, true);
    expect(await proposed()).toEqual([]);
    await distinguishConversations(suzuki, first.id, second.id, false);
    expect(await proposed()).toHaveLength(1);
  });
});

describe('from here a new conversation', () => {
  test('its line goes along; put back, everything stands where it stood', async () => {
    const customer = await visitor();
    const { id } = await says(customer, customer.line, '送料はいくらですか');
    await answers(id, '全国一律です');
    const other = await says(customer, customer.line, 'ところで、名入れはできますか');
    await addNote(suzuki, id, { text: '名入れは工房へ', attachmentIds: [], idempotencyKey: 'note-workshop' });
    const before = await world([id]);

    const { splitId, conversationId } = await splitConversation(suzuki, other.messageId);
    expect(await textsIn(conversationId)).toEqual(['ところで、名入れはできますか', '名入れは工房へ']);
    expect(await read(id)).toMatchObject({ status: 'waiting', preview: '全国一律です' });
    expect(await read(conversationId)).toMatchObject({
      status: 'open',
      subject: 'ところで、名入れはできますか',
      assignee_agent_id: suzuki.actor.id,
    });

    await undoSplit(suzuki, splitId);
    expect(await world([id])).toEqual(before);
  });

  test('what came since comes along, behind what was there', async () => {
    const customer = await visitor();
    const { id } = await says(customer, customer.line, '送料はいくらですか');
    const second = await says(customer, customer.line, '名入れはできますか');
    const { splitId, conversationId } = await splitConversation(suzuki, second.messageId);
    expect((await says(customer, customer.line, '漢字二文字です')).id).toBe(conversationId);
    await answers(conversationId, 'できます');
    await undoSplit(suzuki, splitId);
    expect(await textsIn(id)).toEqual(['送料はいくらですか', '名入れはできますか', '漢字二文字です', 'できます']);
    expect(await read(id)).toMatchObject({ status: 'open', preview: 'できます' });
    expect(await read(conversationId)).toMatchObject({ merged_into: id });
    expect((await says(customer, customer.line, 'ありがとう')).id).toBe(id);
  });

  test('refused where nothing would be left', async () => {
    const customer = await visitor();
    const { messageId } = await says(customer, customer.line, '一言だけ');
    await expect(splitConversation(suzuki, messageId)).rejects.toMatchObject({ code: 'conversation.split_refused' });
  });
});

test('whatever is merged, received and taken back in whatever order: in the end every word stands on its own line’s conversation', async () => {
  const LINES = 4;
  const line = fc.nat(LINES - 1);
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), into: line, other: line }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('receive' as const), on: line }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const customer = await visitor();
      const lines = [customer.line];
      while (lines.length < LINES) lines.push(await lineOf(customer));
      const home: string[] = [];
      const words: string[][] = [];
      for (const [i, one] of lines.entries()) {
        home.push((await says(customer, one, `初め${i}`)).id);
        words.push([`初め${i}`]);
      }
      const untouched = await world(home);
      const into = new Map<number, { merge: string; to: number }>();
      const rootOf = (i: number): number => (into.has(i) ? rootOf(into.get(i)!.to) : i);
      let received = 0;
      const undo = async (i: number) => {
        await undoConversationMerge(suzuki, into.get(i)!.merge);
        into.delete(i);
      };
      for (const one of steps) {
        if (one.do === 'receive') {
          received += 1;
          const text = `言葉${received}`;
          expect((await says(customer, lines[one.on]!, text)).id).toBe(home[rootOf(one.on)]);
          words[one.on]!.push(text);
        } else if (one.do === 'undo') {
          const standing = [...into.keys()];
          if (standing.length > 0) await undo(standing[one.which % standing.length]!);
        } else if (into.has(one.into) || into.has(one.other) || one.into === one.other) {
          await expect(
            mergeConversations(suzuki, home[one.into]!, home[one.other]!).then((id) =>
              into.get(one.other)?.merge === id ? Promise.reject(new Error('again')) : id,
            ),
          ).rejects.toThrow();
        } else into.set(one.other, { merge: await mergeConversations(suzuki, home[one.into]!, home[one.other]!), to: one.into });
        const shown = await listed('all');
        expect(home.map((id) => shown.includes(id))).toEqual(home.map((_id, i) => !into.has(i)));
      }
      for (const i of [...into.keys()]) await undo(i);
      expect(await Promise.all(home.map(textsIn))).toEqual(words);
      const now = await world(home);
      expect(now.threads.map(({ id, latest_conversation_id }) => [id, latest_conversation_id])).toEqual(
        untouched.threads.map(({ id, latest_conversation_id }) => [id, latest_conversation_id]),
      );
      for (const [i, row] of now.conversations.entries())
        expect(row).toMatchObject({
          status: 'open',
          merged_into: null,
          preview: words[home.indexOf(row.id)]!.at(-1),
          thread_id: untouched.conversations[i]!.thread_id,
        });
      if (received === 0) expect(now).toEqual(untouched);
    }),
    {
      numRuns: 80,
      // The last word that an image shows had gone home before that image was put back.
      examples: [
        [
          [
            { do: 'merge', into: 0, other: 3 },
            { do: 'merge', into: 1, other: 0 },
            { do: 'receive', on: 3 },
            { do: 'merge', into: 1, other: 2 },
          ],
        ],
      ],
    },
  );
}, 120_000);

test('a merged conversation is in no count', async () => {
  const { first, second } = await twoOfOne();
  const count = () => suzuki.transaction((tx) => countConversations(tx, workspaceId, suzuki.actor.id, clock.now()));
  const before = await count();
  await mergeConversations(suzuki, first.id, second.id);
  expect((await count()).new).toBe(before.new - 1);
});
