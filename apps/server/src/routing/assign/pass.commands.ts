import { changeConversation, lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { assignLocked } from '../../conversations/commands/manage.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { waitsForSomebody } from '../place/place.rules.ts';
import { noteAnswered, noteMissed } from '../presence/presence.commands.ts';
import { conversationQueued, offerMade } from '../routing.events.ts';
import type { Act, QueueRule } from '../routing.types.ts';
import { endOffersOf } from './end-offer.commands.ts';
import { lockRouting } from './lock-routing.ts';
import { planPass } from './plan.rules.ts';
import { readScene } from './scene.queries.ts';

/**
 * One pass over everything that waits in a workspace: offers that ran out end, who waited too long flows over, the rest is offered or
 * given. All of it or nothing; whoever does the same at that moment waits for it and then finds it done.
 * @returns how much was done
 */
export async function runPass(ctx: Ctx): Promise<number> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const scene = await readScene(ctx, tx);
    const acts = planPass(scene, ctx.clock.now().getTime());
    const queues = new Map(scene.queues.map((queue) => [queue.id, queue]));
    for (const act of acts) await carryOut(ctx, tx, act, queues);
    return acts.length;
  });
}

async function carryOut(ctx: Ctx, tx: Tx, act: Act, queues: ReadonlyMap<string, QueueRule>): Promise<void> {
  const row = await lockConversation(ctx, tx, act.conversationId);
  // Somebody took it, or the customer left, since the pass was planned: its fact is on its way, and puts the rest right.
  const waits = waitsForSomebody(row);
  switch (act.act) {
    case 'end_offer':
      await endOffersOf(ctx, tx, row, waits ? act.outcome : 'withdrawn');
      if (waits && act.outcome === 'timed_out') await noteMissed(ctx, tx, act.agentId);
      return;
    case 'overflow':
      return waits ? flowOver(ctx, tx, row, act.from, queues.get(act.to)!) : undefined;
    case 'end_round':
      return changeRouting(ctx, tx, row, { round_ended_at: ctx.clock.now() });
    case 'begin_round':
      return changeRouting(ctx, tx, row, { round_ended_at: null, round: await nextRound(ctx, tx, row) });
    case 'offer':
      return waits ? makeOffer(ctx, tx, row, act) : undefined;
    case 'give':
      return waits ? give(ctx, tx, row, act.agentId) : undefined;
  }
}

type RoutingChange = {
  round_ended_at?: Date | null;
  round?: number;
  queue_id?: string;
  queued_at?: Date;
  overflowed?: string[];
  state?: string;
};

async function changeRouting(ctx: Ctx, tx: Tx, row: ConversationRow, change: RoutingChange): Promise<void> {
  await tx
    .updateTable('routings')
    .set({ ...change, updated_at: ctx.clock.now() })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .execute();
}

const routingOf = (ctx: Ctx, tx: Tx, row: ConversationRow) =>
  tx
    .selectFrom('routings')
    .select(['round', 'overflowed'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .executeTakeFirstOrThrow();

const nextRound = async (ctx: Ctx, tx: Tx, row: ConversationRow) => (await routingOf(ctx, tx, row)).round + 1;

async function flowOver(ctx: Ctx, tx: Tx, row: ConversationRow, from: string, to: QueueRule): Promise<void> {
  const { round, overflowed } = await routingOf(ctx, tx, row);
  await changeRouting(ctx, tx, row, {
    queue_id: to.id,
    queued_at: ctx.clock.now(),
    overflowed: [...overflowed, from],
    round: round + 1,
    round_ended_at: null,
  });
  await changeConversation(ctx, tx, row.id, { queue_id: to.mode === 'manual' ? null : to.id });
  await ctx.append(tx, conversationQueued({ queueId: to.id, queueName: to.name, because: 'overflow' }), subjectsOf(row));
}

async function makeOffer(ctx: Ctx, tx: Tx, row: ConversationRow, act: Extract<Act, { act: 'offer' }>): Promise<void> {
  const { round } = await routingOf(ctx, tx, row);
  await changeRouting(ctx, tx, row, { round_ended_at: null });
  const id = newId('ofr');
  await tx
    .insertInto('offers')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id,
      conversation_id: row.id,
      inbox_id: row.inbox_id,
      queue_id: act.queueId,
      agent_id: act.agentId,
      round,
      why: JSON.stringify(act.why),
      made_at: ctx.clock.now(),
      expires_at: new Date(act.expiresAt),
    })
    .execute();
  await ctx.append(tx, offerMade({ offerId: id, agentId: act.agentId, queueId: act.queueId }), subjectsOf(row));
}

async function give(ctx: Ctx, tx: Tx, row: ConversationRow, agentId: string): Promise<void> {
  await assignLocked(ctx, tx, row, { agentId, teamId: row.assignee_team_id });
  await changeRouting(ctx, tx, row, { state: 'done' });
  await noteAnswered(ctx, tx, agentId, true);
}
