import type { Status } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { messageAlreadySent, messageAwaitsApproval } from '../conversations.errors.ts';
import { conversationAwaitsCustomer, conversationResolved, messageSent, messageWithdrawn } from '../conversations.events.ts';
import { canWithdraw, previewOf, statusAfterRelease } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { customerWroteSince, unschedule } from '../scheduled/scheduled.commands.ts';
import { changeConversation, lockConversation, subjectsOf } from './lock.ts';

/**
 * Lets a held message go: from now on the customer sees it, and it is their turn (or the matter is done). One that was written for later, or had
 * to be approved (`late`), stands where it goes out, behind what was said meanwhile. @throws messageAwaitsApproval
 */
export async function release(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  held: MessageRow,
  late = held.scheduled,
): Promise<MessageRow> {
  if (held.awaits_approval) throw messageAwaitsApproval();
  const sent = await setDelivery(ctx, tx, held.id, 'sent', late ? { seq: conversation.last_seq + 1, created_at: ctx.clock.now() } : {});
  const by = { ...ctx, actor: { kind: 'agent' as const, id: held.author_id, name: held.author_name } };
  await by.append(tx, messageSent({ messageId: held.id, seq: sent.seq, by: 'agent' }), subjectsOf(conversation));
  if (late)
    await changeConversation(ctx, tx, conversation.id, {
      last_seq: sent.seq,
      last_activity_at: sent.created_at,
      preview: previewOf(sent.text, 0),
      preview_author: 'agent',
    });

  const to = statusAfterRelease(
    {
      status: conversation.status as Status,
      resolvedAt: conversation.resolved_at,
      customerWroteSince: late
        ? await customerWroteSince(ctx, tx, conversation, held)
        : conversation.preview_author === 'customer' && conversation.last_seq > held.seq,
    },
    { thenStatus: held.then_status === 'resolved' ? 'resolved' : 'waiting', heldSince: held.created_at },
  );
  if (!to) return sent;
  await changeConversation(ctx, tx, conversation.id, {
    status: to,
    waiting_since: null,
    resolved_at: to === 'resolved' ? ctx.clock.now() : null,
  });
  const from = conversation.status as 'open';
  if (to === 'resolved' && conversation.status !== 'resolved')
    await by.append(tx, conversationResolved({ from, by: 'agent' }), subjectsOf(conversation));
  if (to === 'waiting' && conversation.status !== 'waiting')
    await by.append(tx, conversationAwaitsCustomer({ from }), subjectsOf(conversation));
  return sent;
}

/** The job at the end of an undo period; a message withdrawn or sent meanwhile is left as it is. */
export async function releaseHeld(ctx: Ctx, messageId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { conversation, message } = await lockMessage(ctx, tx, messageId);
    if (message.delivery !== 'held' || message.awaits_approval) return;
    if (message.unless_reply && (await customerWroteSince(ctx, tx, conversation, message)))
      await unschedule(ctx, tx, conversation, message);
    else await release(ctx, tx, conversation, message);
  });
}

/**
 * Sends a held reply at once. Sent already: nothing more happens.
 * @throws messageAlreadySent when it was withdrawn · messageAwaitsApproval · notFound
 */
export async function sendNow(ctx: Ctx, messageId: string): Promise<MessageRow> {
  return ctx.transaction(async (tx) => {
    const { conversation, message } = await lockMessage(ctx, tx, messageId);
    if (message.delivery === 'sent') return message;
    if (message.delivery !== 'held') throw messageAlreadySent();
    return release(ctx, tx, conversation, message);
  });
}

/** Takes a held reply back: the customer never sees it. Withdrawn already: nothing more happens. @throws messageAlreadySent · notFound */
export async function withdraw(ctx: Ctx, messageId: string): Promise<MessageRow> {
  return ctx.transaction((tx) => withdrawIn(ctx, tx, messageId));
}

/** The same in the caller's transaction. */
export async function withdrawIn(ctx: Ctx, tx: Tx, messageId: string): Promise<MessageRow> {
  const { conversation, message } = await lockMessage(ctx, tx, messageId);
  if (message.delivery === 'withdrawn') return message;
  if (!canWithdraw(message.delivery)) throw messageAlreadySent();
  const withdrawn = await setDelivery(ctx, tx, message.id, 'withdrawn');
  const last = await lastShown(ctx, tx, conversation.id);
  if (last) await changeConversation(ctx, tx, conversation.id, { preview: previewOf(last.text, 0), preview_author: last.author_kind });
  await ctx.append(tx, messageWithdrawn({ messageId, seq: message.seq }), subjectsOf(conversation));
  return withdrawn;
}

/** A message with its conversation, both locked. @throws notFound */
export async function lockMessage(ctx: Ctx, tx: Tx, messageId: string): Promise<{ conversation: ConversationRow; message: MessageRow }> {
  const find = () =>
    tx.selectFrom('messages').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', messageId).executeTakeFirst();
  const found = await find();
  if (!found) throw notFound();
  // The conversation's lock is the one everybody takes; the message is read again behind it.
  const conversation = await lockConversation(ctx, tx, found.conversation_id);
  return { conversation, message: (await find()) ?? found };
}

function setDelivery(
  ctx: Ctx,
  tx: Tx,
  messageId: string,
  delivery: 'sent' | 'withdrawn',
  place: { seq?: number; created_at?: Date } = {},
): Promise<MessageRow> {
  return tx
    .updateTable('messages')
    .set({ delivery, held_until: null, ...place })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', messageId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function lastShown(ctx: Ctx, tx: Tx, conversationId: string) {
  return tx
    .selectFrom('messages')
    .select(['text', 'author_kind'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'message')
    .where('delivery', 'in', ['sent', 'held'])
    .where(sql<boolean>`not (delivery = 'held' and (scheduled or awaits_approval))`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
