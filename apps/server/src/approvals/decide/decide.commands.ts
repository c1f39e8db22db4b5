import { subjectsOf } from '../../conversations/commands/lock.ts';
import { lockMessage, release, withdrawIn } from '../../conversations/commands/release.ts';
import { RELEASE_TASK } from '../../conversations/commands/reply.ts';
import { messageEmpty } from '../../conversations/conversations.errors.ts';
import type { MessageRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { approvalDecided, approvalNotYours } from '../approvals.errors.ts';
import { replyApproved, replyReturned } from '../approvals.events.ts';
import { type Act, after, mayDecide, type Stand } from '../approvals.rules.ts';
import { hasPermission, isNamed } from './approvers.queries.ts';

/**
 * Lets a reply go out: at once, or at the time its author chose. With other words, those go out, and the author's are kept for them to see.
 * @throws approvalDecided · approvalNotYours · messageEmpty · notFound
 */
export async function approve(ctx: Ctx, approvalId: string, text?: string): Promise<MessageRow> {
  return ctx.transaction(async (tx) => {
    const { conversation, message, author_id } = await lockToDecide(ctx, tx, approvalId);
    const isLater = message.scheduled && message.held_until !== null && message.held_until > ctx.clock.now();
    refuseUnless(message, 'waiting', isLater ? 'approve_for_later' : 'approve');
    const changed = text !== undefined && text !== message.text;
    if (changed && text.trim() === '') throw messageEmpty();
    await decide(ctx, tx, approvalId, { state: 'approved', ...(changed ? { original_text: message.text } : {}) });
    const approved = await tx
      .updateTable('messages')
      .set({ awaits_approval: false, ...(changed ? { text } : {}) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', message.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const told = replyApproved({ approvalId, messageId: message.id, seq: message.seq, authorId: author_id, changed });
    await ctx.append(tx, told, subjectsOf(conversation));
    if (!isLater) return release(ctx, tx, conversation, approved, true);
    await enqueue(tx, ctx, RELEASE_TASK, { messageId: message.id }, { runAt: message.held_until!, key: `release:${message.id}` });
    return approved;
  });
}

/** Gives a reply back to its author: it does not go out, and its words are theirs again. @throws approvalDecided · approvalNotYours · notFound */
export async function giveBack(ctx: Ctx, approvalId: string, comment: string): Promise<MessageRow> {
  return ctx.transaction(async (tx) => {
    const { conversation, message, author_id } = await lockToDecide(ctx, tx, approvalId);
    refuseUnless(message, 'waiting', 'return');
    await decide(ctx, tx, approvalId, { state: 'returned', comment: comment.trim() });
    const withdrawn = await withdrawIn(ctx, tx, message.id);
    const about = { approvalId, messageId: message.id, seq: message.seq, authorId: author_id, comment: comment.trim() };
    await ctx.append(tx, replyReturned(about), subjectsOf(conversation));
    return withdrawn;
  });
}

function refuseUnless(message: MessageRow, state: Stand['state'], act: Act): void {
  if (!message.awaits_approval || !after({ state, words: message.delivery === 'held' ? 'held' : 'sent' }, act)) throw approvalDecided();
}

/** The conversation's lock is the one that everybody takes who lets a message go or takes it back. */
async function lockToDecide(ctx: Ctx, tx: Tx, approvalId: string) {
  const { workspaceId } = ctx.viewer;
  const find = () =>
    tx.selectFrom('approvals').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', approvalId).executeTakeFirst();
  const found = await find();
  if (!found) throw notFound();
  const locked = await lockMessage(ctx, tx, found.message_id);
  const approval = (await find())!;
  const agentId = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  const who = {
    id: agentId,
    hasPermission: agentId !== null && (await hasPermission(tx, workspaceId, agentId)),
    named: agentId !== null && (await isNamed(tx, workspaceId, agentId, approval)),
  };
  if (!mayDecide(who, approval.author_id)) throw approvalNotYours();
  if (approval.state !== 'waiting') throw approvalDecided();
  return { ...locked, author_id: approval.author_id };
}

type Decision = { state: 'approved' | 'returned'; comment?: string; original_text?: string };
const decide = (ctx: Ctx, tx: Tx, id: string, decision: Decision) =>
  tx
    .updateTable('approvals')
    .set({ ...decision, decided_at: ctx.clock.now(), decided_by: ctx.actor.id, decided_by_name: ctx.actor.name })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .execute();
