import type { Status } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { changeConversation, lockConversation, subjectsOf } from '../commands/lock.ts';
import { nextNumber } from '../commands/next-number.ts';
import { splitRefused } from '../conversations.errors.ts';
import { conversationAwaitsCustomer, conversationOpened, conversationSplit } from '../conversations.events.ts';
import { previewOf, subjectOf } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { imageOf } from './image.rules.ts';
import { turnAfter } from './merge.rules.ts';
import { putMessages } from './put-messages.ts';

export const SPLIT_TOUCHES = ['turn', 'activity', 'line'] as const;

/**
 * Makes a conversation of its own from a message on, notes included, with whoever has the one it comes from. Its lines go along: what the customer
 * answers comes there. Messages keep their numbers, so that putting them back leaves no trace.
 * @returns the split, and the conversation that came of it
 * @throws splitRefused when nothing would be left, or it is spam or went on elsewhere · notFound
 */
export async function splitConversation(ctx: Ctx, messageId: string): Promise<{ splitId: string; conversationId: string }> {
  return ctx.transaction(async (tx) => {
    const { conversation_id } = await placeOf(ctx, tx, messageId);
    const from = await lockConversation(ctx, tx, conversation_id);
    const { seq, conversation_id: still } = await placeOf(ctx, tx, messageId);
    if (still !== from.id || from.merged_into || from.turn === 'spam') throw splitRefused();
    const all = await tx
      .selectFrom('messages')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', from.id)
      .orderBy('seq')
      .execute();
    const stays = all.filter((message) => message.seq < seq);
    const goes = all.filter((message) => message.seq >= seq);
    if (!stays.some(isWord) || !goes.some(isWord)) throw splitRefused();

    const opened = await openFrom(ctx, tx, from, goes);
    await putMessages(ctx, tx, opened, goes);
    const lines = [...new Set(goes.flatMap(({ thread_id }) => thread_id ?? []))];
    const led = await tx
      .updateTable('threads')
      .set({ latest_conversation_id: opened.id })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', sql<string>`any(${lines})`)
      .where('latest_conversation_id', '=', from.id)
      .returning('id')
      .execute();
    const changed = await changeConversation(ctx, tx, from.id, withoutTail(from, stays));
    const splitId = newId('spl');
    await tx
      .insertInto('conversation_splits')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: splitId,
        conversation_id: from.id,
        into_id: opened.id,
        moved: JSON.stringify(goes.map(({ id }) => id)),
        lines: led.map(({ id }) => id),
        before: JSON.stringify(imageOf(from, SPLIT_TOUCHES)),
        after: JSON.stringify(imageOf(changed, SPLIT_TOUCHES)),
        split_by: ctx.actor.name,
        split_at: ctx.clock.now(),
        undone_by: null,
        undone_at: null,
      })
      .execute();
    await ctx.append(tx, conversationOpened({ number: opened.number, channel: opened.channel, handledBy: 'human' }), subjectsOf(opened));
    const told = { splitId, from: from.id, fromNumber: from.number, to: opened.id, toNumber: opened.number, messages: goes.length };
    await ctx.append(tx, conversationSplit({ ...told, kept: true }), subjectsOf(from));
    await ctx.append(tx, conversationSplit({ ...told, kept: false }), subjectsOf(opened));
    if (changed.status !== from.status && changed.status === 'waiting')
      await ctx.append(tx, conversationAwaitsCustomer({ from: from.status as Status }), subjectsOf(from));
    return { splitId, conversationId: opened.id };
  });
}

const isWord = ({ kind, delivery }: MessageRow): boolean => kind === 'message' && delivery !== 'withdrawn';

async function placeOf(ctx: Ctx, tx: Tx, messageId: string) {
  const row = await tx
    .selectFrom('messages')
    .select(['conversation_id', 'seq'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function openFrom(ctx: Ctx, tx: Tx, from: ConversationRow, goes: readonly MessageRow[]): Promise<ConversationRow> {
  const now = ctx.clock.now();
  const words = goes.filter(isWord);
  const first = words.find(({ author_kind }) => author_kind === 'customer') ?? words[0]!;
  const last = words.at(-1)!;
  const line = words.findLast(({ thread_id }) => thread_id !== null);
  const isDone = from.status === 'resolved' || from.status === 'closed';
  return tx
    .insertInto('conversations')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('cnv'),
      number: await nextNumber(ctx, tx),
      inbox_id: from.inbox_id,
      channel: line?.channel ?? from.channel,
      customer_id: from.customer_id,
      thread_id: line?.thread_id ?? from.thread_id,
      subject: subjectOf(first.text),
      ...(isDone
        ? { status: from.status, resolved_at: from.resolved_at, waiting_since: null }
        : { resolved_at: null, ...turnAfter(words)! }),
      handled_by: 'human',
      locale: from.locale,
      assignee_agent_id: from.assignee_agent_id,
      assignee_team_id: from.assignee_team_id,
      agent_name: from.agent_name,
      agent_acted_at: now,
      last_seq: from.last_seq,
      customer_seen_seq: from.customer_seen_seq,
      agent_seen_seq: from.agent_seen_seq,
      preview: previewOf(last.text, 0),
      preview_author: last.author_kind,
      last_activity_at: last.created_at,
      created_at: now,
      handed_off_at: null,
      page: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Of the one it came from: its last word is an earlier one now, and where that was ours it is the customer's turn. */
function withoutTail(from: ConversationRow, stays: readonly MessageRow[]): Partial<ConversationRow> {
  const words = stays.filter(isWord);
  const last = words.at(-1)!;
  const line = words.findLast(({ thread_id }) => thread_id !== null);
  return {
    ...(from.status === 'open' && from.handled_by === 'human' ? turnAfter(words) : {}),
    preview: previewOf(last.text, 0),
    preview_author: last.author_kind,
    last_activity_at: last.created_at,
    ...(line?.thread_id ? { thread_id: line.thread_id, channel: line.channel } : {}),
  };
}
