import type { Difficulty, Reason } from '@madoguchi/contract/routing.ts';
import { changeConversation, lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { endOffersOf } from '../assign/end-offer.commands.ts';
import { featuresOf, judge } from '../difficulty/difficulty.rules.ts';
import { standInNow } from '../hand-over/stand-ins.queries.ts';
import { queueFor } from '../queues/match.rules.ts';
import { queueRules } from '../queues/queues.queries.ts';
import { conversationQueued } from '../routing.events.ts';
import type { QueueRule } from '../routing.types.ts';
import { waitsForSomebody } from './place.rules.ts';
import { type BotTold, lastAgentOf, placingOf, toldOf, weightsOf } from './told.queries.ts';

type Because = 'arrived' | 'escalated' | 'replaced';

/**
 * Brings a conversation's place among those who wait up to what it is now: into the queue whose rules hold, out of it when somebody has it,
 * into another when its rules changed. Idempotent. One that is gone, or merged, leaves.
 */
export async function placeConversation(ctx: Ctx, conversationId: string, botTold: BotTold): Promise<void> {
  await ctx.transaction(async (tx) => placeIn(ctx, tx, await lockConversation(ctx, tx, conversationId), botTold, 'arrived'));
}

/**
 * The same for a conversation that the caller has locked. `because`: of one that waits already, and is not as it was. `tier`: the least that
 * may have it from now on.
 */
export async function placeIn(ctx: Ctx, tx: Tx, row: ConversationRow, botTold: BotTold, because: Because, tier?: number): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const known = await tx
    .selectFrom('routings')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', row.id)
    .executeTakeFirst();
  const now = ctx.clock.now();
  if (!waitsForSomebody(row)) {
    if (known?.state !== 'waiting') return;
    await tx
      .updateTable('routings')
      .set({ state: 'done', updated_at: now })
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', row.id)
      .execute();
    await endOffersOf(ctx, tx, row, 'withdrawn');
    return;
  }
  const waits = known?.state === 'waiting';
  const judged =
    known && (waits || known.corrected_by !== null)
      ? { difficulty: known.difficulty as Difficulty, chance: known.chance, reasons: known.reasons, features: known.features }
      : await judgeNow(ctx, tx, row, botTold);
  const queues = await queueRules(ctx, tx);
  const { queue } = queueFor(queues, await placingOf(ctx, tx, row, judged.difficulty));
  // One that flowed over stays where it came to, as long as there is such a queue.
  const stays = waits && (known.queue_id === queue.id || (known.overflowed.length > 0 && queues.some(({ id }) => id === known.queue_id)));
  if (stays && because !== 'escalated') return keepMode(ctx, tx, row, queues.find(({ id }) => id === known.queue_id)!);

  if (waits) await endOffersOf(ctx, tx, row, 'withdrawn');
  const last = known?.last_agent_id && waits ? known.last_agent_id : await lastAgentOf(ctx, tx, row);
  const entry = {
    inbox_id: row.inbox_id,
    state: 'waiting',
    queue_id: queue.id,
    queued_at: now,
    overflowed: [],
    round_ended_at: null,
    last_agent_id: last && ((await standInNow(ctx, tx, last)) ?? last),
    difficulty: judged.difficulty,
    chance: judged.chance,
    reasons: JSON.stringify(judged.reasons satisfies Reason[]),
    features: JSON.stringify(judged.features),
    updated_at: now,
    ...(tier === undefined ? {} : { tier }),
  };
  await tx
    .insertInto('routings')
    .values({ workspace_id: workspaceId, conversation_id: row.id, ...entry, corrected_by: null })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'conversation_id']).doUpdateSet((eb) => ({ ...entry, round: eb('routings.round', '+', 1) })),
    )
    .execute();
  await enterQueue(ctx, tx, row, queue, known ? (waits ? (because === 'arrived' ? 'replaced' : because) : because) : 'arrived');
}

/** Whether a queue gives out may change while a conversation waits in it. */
async function keepMode(ctx: Ctx, tx: Tx, row: ConversationRow, queue: QueueRule): Promise<void> {
  const queueId = queue.mode === 'manual' ? null : queue.id;
  if (queueId === null) await endOffersOf(ctx, tx, row, 'withdrawn');
  if (row.queue_id !== queueId) await changeConversation(ctx, tx, row.id, { queue_id: queueId });
  ctx.wakeLanes(tx);
}

async function enterQueue(ctx: Ctx, tx: Tx, row: ConversationRow, queue: QueueRule, because: Because): Promise<void> {
  const queueId = queue.mode === 'manual' ? null : queue.id;
  if (row.queue_id !== queueId) await changeConversation(ctx, tx, row.id, { queue_id: queueId });
  if (queueId === null) return;
  await ctx.append(tx, conversationQueued({ queueId, queueName: queue.name, because }), subjectsOf(row));
  ctx.wakeLanes(tx);
}

async function judgeNow(ctx: Ctx, tx: Tx, row: ConversationRow, botTold: BotTold) {
  const features = featuresOf(await toldOf(ctx, tx, row, botTold));
  return { ...judge(features, await weightsOf(ctx, tx)), features: features as Record<string, number> };
}

const MOST_PLACED = 2000;

/** After queues changed: everybody who waits is placed by the rules as they are now, the longest waiting first. */
export async function placeAllAnew(ctx: Ctx, botTold: BotTold): Promise<void> {
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('routings')
      .select('conversation_id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('state', '=', 'waiting')
      .orderBy('queued_at')
      .limit(MOST_PLACED)
      .execute(),
  );
  for (const { conversation_id } of rows) await placeConversation(ctx, conversation_id, botTold);
}
