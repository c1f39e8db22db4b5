import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { moveRefused } from '../conversations.errors.ts';
import { messageMoved } from '../conversations.events.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { changeConversation, lockConversation, subjectsOf } from './lock.ts';
import { earlierPlace, lineForMoved } from './moved-line.ts';
import { openApart } from './open-apart.ts';

/**
 * Puts a customer's message into another conversation of theirs, or into one of its own. Its line goes with it: what the customer writes in
 * answer to it comes there, too. Moved back by the same command, it stands where it stood. Where it already is nothing happens.
 * @param to null: a conversation of its own
 * @param canMove whether lines of a channel can part; where a line is the customer themselves it cannot
 * @returns the conversation it is in now
 * @throws moveRefused for what no customer wrote or what came over a line that cannot part, for another customer's conversation, and for the only message of its own · notFound
 */
export async function moveMessage(ctx: Ctx, messageId: string, to: string | null, canMove: (channel: string) => boolean): Promise<string> {
  return ctx.transaction(async (tx) => {
    const found = await messageOf(ctx, tx, messageId);
    if (found.conversation_id === to) return to;
    // Everybody takes the locks of two conversations in one order.
    const locked = new Map<string, ConversationRow>();
    for (const id of [found.conversation_id, ...(to ? [to] : [])].sort()) locked.set(id, await lockConversation(ctx, tx, id));
    const from = locked.get(found.conversation_id)!;
    const message = await messageOf(ctx, tx, messageId);
    if (message.conversation_id !== from.id || message.author_kind !== 'customer' || !message.thread_id || !canMove(message.channel))
      throw moveRefused();
    const others = await messagesOf(ctx, tx, from.id, messageId);
    if (!to && !others.some(({ kind }) => kind === 'message')) throw moveRefused();
    const target = to ? locked.get(to)! : await openApart(ctx, tx, from, message);
    if (target.customer_id !== from.customer_id || target.merged_into) throw moveRefused();

    const before = await earlierPlace(ctx, tx, messageId, target.id);
    const threadId = await lineForMoved(ctx, tx, message, target.id);
    const seq = before?.seq ?? target.last_seq + 1;
    await tx
      .updateTable('messages')
      .set({
        conversation_id: target.id,
        inbox_id: target.inbox_id,
        thread_id: threadId,
        seq,
        joined_by: before ? before.joinedBy : 'moved',
      })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', messageId)
      .execute();
    await leave(ctx, tx, from, others);
    await arrive(ctx, tx, target, message, { seq, threadId });
    const moved = {
      messageId,
      from: from.id,
      fromNumber: from.number,
      fromSeq: message.seq,
      fromJoinedBy: message.joined_by,
      to: target.id,
      toNumber: target.number,
      seq,
    };
    await ctx.append(tx, messageMoved({ ...moved, arrived: false }), subjectsOf(from));
    await ctx.append(tx, messageMoved({ ...moved, arrived: true }), subjectsOf(target));
    return target.id;
  });
}

async function messageOf(ctx: Ctx, tx: Tx, messageId: string): Promise<MessageRow> {
  const row = await tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

type Left = Pick<MessageRow, 'kind' | 'text' | 'author_kind' | 'thread_id' | 'channel'>;

/** What else a conversation holds, latest first. */
const messagesOf = (ctx: Ctx, tx: Tx, conversationId: string, without: string): Promise<Left[]> =>
  tx
    .selectFrom('messages')
    .select(['kind', 'text', 'author_kind', 'thread_id', 'channel'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('id', '!=', without)
    .where('delivery', '!=', 'withdrawn')
    .orderBy('seq', 'desc')
    .execute();

/** A conversation that nothing is left of is closed; in one whose last word is now ours it is the customer's turn. */
async function leave(ctx: Ctx, tx: Tx, from: ConversationRow, left: readonly Left[]): Promise<void> {
  const said = left.filter(({ kind }) => kind === 'message');
  const last = said.find(({ author_kind }) => author_kind !== 'system') ?? said[0];
  const line = said.find(({ author_kind, thread_id }) => author_kind === 'customer' && thread_id);
  const isOurs = last !== undefined && last.author_kind !== 'customer';
  const isTheirTurn = isOurs && from.status === 'open' && from.handled_by === 'human';
  await changeConversation(ctx, tx, from.id, {
    preview: last ? previewOf(last.text, 0) : '',
    ...(last ? { preview_author: last.author_kind } : { status: 'closed', resolved_at: ctx.clock.now(), waiting_since: null }),
    ...(isTheirTurn ? { status: 'waiting', waiting_since: null } : {}),
    ...(line?.thread_id ? { thread_id: line.thread_id, channel: line.channel } : {}),
  });
}

/** Whoever moves it here has something to be done here: the conversation is open, and goes on over the message's line. */
async function arrive(
  ctx: Ctx,
  tx: Tx,
  target: ConversationRow,
  message: MessageRow,
  at: { seq: number; threadId: string },
): Promise<void> {
  const isLast = message.created_at >= target.last_activity_at || target.last_seq === 0;
  await changeConversation(ctx, tx, target.id, {
    last_seq: Math.max(target.last_seq, at.seq),
    status: 'open',
    resolved_at: null,
    waiting_since: target.waiting_since ?? message.created_at,
    agent_acted_at: target.agent_acted_at ?? ctx.clock.now(),
    handled_by: 'human',
    ...(isLast
      ? {
          last_activity_at: message.created_at,
          preview: previewOf(message.text, 0),
          preview_author: 'customer',
          thread_id: at.threadId,
          channel: message.channel,
        }
      : {}),
  });
}
