import type { ConversationRouting, Difficulty, QueueMode } from '@madoguchi/contract/routing.ts';
import { lockConversation } from '../../conversations/commands/lock.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { candidates } from '../assign/scene.queries.ts';
import { featuresOf, judge } from '../difficulty/difficulty.rules.ts';
import { type BotTold, toldOf, weightsOf } from './told.queries.ts';

/** Where a conversation waits or waited, and how hard it was judged; of one that people never had, as it would be. @throws notFound */
export async function conversationRouting(ctx: Ctx, tx: Tx, conversationId: string, botTold: BotTold): Promise<ConversationRouting> {
  const { workspaceId } = ctx.viewer;
  const row = await lockConversation(ctx, tx, conversationId);
  const routing = await tx
    .selectFrom('routings as r')
    .leftJoin('queues as q', (join) => join.onRef('q.workspace_id', '=', 'r.workspace_id').onRef('q.id', '=', 'r.queue_id'))
    .leftJoin('offers as o', (join) =>
      join.onRef('o.workspace_id', '=', 'r.workspace_id').onRef('o.conversation_id', '=', 'r.conversation_id').on('o.ended_at', 'is', null),
    )
    .leftJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 'o.workspace_id').onRef('a.id', '=', 'o.agent_id'))
    .select(['r.state', 'r.queued_at', 'r.tier', 'r.difficulty', 'r.chance', 'r.reasons', 'r.corrected_by'])
    .select(['q.id as queue_id', 'q.name as queue_name', 'q.mode', 'a.id as agent_id', 'a.name as agent_name'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.conversation_id', '=', conversationId)
    .executeTakeFirst();
  const agents = await candidates(ctx, tx);
  const holder = agents.find(({ id }) => id === row.assignee_agent_id)?.tier ?? 1;
  const tier = Math.max(routing?.tier ?? 1, holder);
  const canEscalate = agents.some((agent) => agent.tier > tier);
  if (!routing) {
    const judged = judge(featuresOf(await toldOf(ctx, tx, row, botTold)), await weightsOf(ctx, tx));
    return { queue: null, waiting: false, queuedAt: null, tier, ...judged, correctedBy: null, offeredTo: null, canEscalate };
  }
  return {
    queue: routing.queue_id === null ? null : { id: routing.queue_id, name: routing.queue_name!, mode: routing.mode as QueueMode },
    waiting: routing.state === 'waiting',
    queuedAt: routing.state === 'waiting' ? routing.queued_at.toISOString() : null,
    tier,
    difficulty: routing.difficulty as Difficulty,
    chance: routing.chance,
    reasons: routing.reasons,
    correctedBy: routing.corrected_by,
    offeredTo: routing.agent_id === null ? null : { id: routing.agent_id, name: routing.agent_name! },
    canEscalate,
  };
}
