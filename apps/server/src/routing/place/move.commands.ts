import { changeConversation, lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { assignLocked } from '../../conversations/commands/manage.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { endOffersOf } from '../assign/end-offer.commands.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { queueRules } from '../queues/queues.queries.ts';
import { doesNotWait } from '../routing.errors.ts';
import { conversationQueued } from '../routing.events.ts';
import { placeIn } from './place.commands.ts';
import { waitsForSomebody } from './place.rules.ts';
import type { BotTold } from './told.queries.ts';

/** Taken first by whoever moves conversations in a transaction of their own, before any conversation is locked. */
export const lockForMove = lockRouting;

/**
 * A person puts a conversation into a queue, whatever its rules say; it stays there as one that flowed over does. Whoever was responsible is so
 * no more. Idempotent. @throws notFound for a conversation the viewer may not see, or a queue that is not there
 * @throws doesNotWait for one that would not wait for somebody even then
 */
export async function moveToQueue(ctx: Ctx, conversationId: string, queueId: string, botTold: BotTold): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    await moveToQueueLocked(ctx, tx, await lockConversation(ctx, tx, conversationId), queueId, botTold);
  });
}

/** The same for a caller who has locked routing first, and the conversation then. Refused, it has written nothing. */
export async function moveToQueueLocked(ctx: Ctx, tx: Tx, found: ConversationRow, queueId: string, botTold: BotTold): Promise<void> {
  const conversationId = found.id;
  const queue = (await queueRules(ctx, tx)).find(({ id }) => id === queueId);
  if (!queue) throw notFound();
  if (!waitsForSomebody({ ...found, assignee_agent_id: null })) throw doesNotWait();
  if (found.assignee_agent_id !== null) await assignLocked(ctx, tx, found, { agentId: null, teamId: found.assignee_team_id });
  await placeIn(ctx, tx, await lockConversation(ctx, tx, conversationId), botTold, 'arrived');

  const row = await lockConversation(ctx, tx, conversationId);
  const { workspaceId } = ctx.viewer;
  const known = await tx
    .selectFrom('routings')
    .select(['queue_id', 'overflowed', 'round'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', row.id)
    .executeTakeFirstOrThrow();
  if (known.queue_id === queue.id) return;
  await endOffersOf(ctx, tx, row, 'withdrawn');
  const now = ctx.clock.now();
  await tx
    .updateTable('routings')
    .set({
      queue_id: queue.id,
      queued_at: now,
      // What a person says counts for more than where it has been.
      overflowed: [...known.overflowed.filter((id) => id !== queue.id && id !== known.queue_id), known.queue_id],
      round: known.round + 1,
      round_ended_at: null,
      updated_at: now,
    })
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', row.id)
    .execute();
  await changeConversation(ctx, tx, row.id, { queue_id: queue.mode === 'manual' ? null : queue.id });
  await ctx.append(tx, conversationQueued({ queueId: queue.id, queueName: queue.name, because: 'moved' }), subjectsOf(row));
  ctx.wakeLanes(tx);
}
