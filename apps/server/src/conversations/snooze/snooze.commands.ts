import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { changeConversation, holderOf, lockConversation, subjectsOf } from '../commands/lock.ts';
import { conversationIsSpam, conversationMerged, snoozePast } from '../conversations.errors.ts';
import { conversationAssigned, conversationHandedOff, conversationSnoozed, conversationWoken } from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';

/** The job that brings a conversation back at its time. */
export const WAKE_TASK = 'conversations.wake';

/**
 * Puts a conversation out of sight until a time (null: until the customer writes), with whoever snoozes it where nobody has it: somebody is to have
 * it when it comes back. Promises to the customer go on. The customer's word brings it back at any time. Again: the later wish counts.
 * @throws snoozePast · conversationIsSpam · conversationMerged · notFound
 */
export const snooze = (ctx: Ctx, conversationId: string, until: Date | null): Promise<void> =>
  ctx.transaction(async (tx) => snoozeLocked(ctx, tx, await lockConversation(ctx, tx, conversationId), until));

/** The same for a conversation that the caller has locked. */
export async function snoozeLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, until: Date | null): Promise<void> {
  const now = ctx.clock.now();
  if (until && until <= now) throw snoozePast();
  if (conversation.turn === 'spam') throw conversationIsSpam();
  if (conversation.merged_into) throw conversationMerged({ into: conversation.merged_into });
  const takes = ctx.actor.kind === 'agent' && conversation.assignee_agent_id === null;
  await changeConversation(ctx, tx, conversation.id, {
    snoozed_at: now,
    snoozed_until: until,
    handled_by: 'human',
    agent_acted_at: conversation.agent_acted_at ?? now,
    ...(takes ? { assignee_agent_id: ctx.actor.id, agent_name: ctx.actor.name } : {}),
  });
  if (conversation.handled_by === 'bot') await ctx.append(tx, conversationHandedOff({ because: 'agent_acted' }), subjectsOf(conversation));
  if (takes) {
    const assigned = {
      agentId: ctx.actor.id,
      agentName: ctx.actor.name,
      teamId: conversation.assignee_team_id,
      teamName: null,
      from: holderOf(conversation),
    };
    await ctx.append(tx, conversationAssigned(assigned), subjectsOf(conversation));
  }
  await ctx.append(tx, conversationSnoozed({ until: until?.toISOString() ?? null }), subjectsOf(conversation));
  if (until) await wakeAt(ctx, tx, conversation.id, until);
}

/** Has it brought back at a time. */
export const wakeAt = (ctx: Ctx, tx: Tx, conversationId: string, until: Date): Promise<void> =>
  enqueue(tx, ctx, WAKE_TASK, { conversationId, until: until.toISOString() }, { runAt: until, key: `wake:${conversationId}` });

/** Brings it back by hand. Not snoozed: nothing happens. @throws notFound */
export async function unsnooze(ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    if (!conversation.snoozed_at) return;
    await changeConversation(ctx, tx, conversationId, { snoozed_at: null, snoozed_until: null });
    await ctx.append(tx, conversationWoken({ because: 'agent' }), subjectsOf(conversation));
  });
}

/**
 * The job at its time: the conversation is on top of its list again, and somebody's to act on also where the customer was to write. One that
 * was brought back or snoozed anew meanwhile is left as it is. Bears a repetition.
 * @param until the time this was enqueued for, ISO 8601
 */
export async function wake(ctx: Ctx, conversationId: string, until: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    if (conversation.snoozed_until?.toISOString() !== until) return;
    await changeConversation(ctx, tx, conversationId, {
      snoozed_at: null,
      snoozed_until: null,
      last_activity_at: ctx.clock.now(),
      ...(conversation.status === 'waiting' ? { status: 'open' } : {}),
    });
    await ctx.append(tx, conversationWoken({ because: 'time' }), subjectsOf(conversation));
  });
}
