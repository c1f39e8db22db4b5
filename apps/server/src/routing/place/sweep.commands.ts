import type { Ctx } from '../../platform/ctx.ts';
import { placeConversation } from './place.commands.ts';
import type { BotTold } from './told.queries.ts';

const MOST_SWEPT = 200;

/**
 * Whoever waits for people, and of whom no fact told (one that could not be digested, or from before this room was there), is placed too.
 * @returns how many
 */
export async function sweep(ctx: Ctx, botTold: BotTold): Promise<number> {
  const lost = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations as c')
      .leftJoin('routings as r', (join) => join.onRef('r.workspace_id', '=', 'c.workspace_id').onRef('r.conversation_id', '=', 'c.id'))
      .select('c.id')
      .where('c.workspace_id', '=', ctx.viewer.workspaceId)
      .where('c.handled_by', '=', 'human')
      .where('c.status', '=', 'open')
      .where('c.merged_into', 'is', null)
      .where('c.turn', '<>', 'spam')
      .where('c.assignee_agent_id', 'is', null)
      .leftJoin('queues as q', (join) => join.onRef('q.workspace_id', '=', 'r.workspace_id').onRef('q.id', '=', 'r.queue_id'))
      .where((eb) => eb.or([eb('r.state', 'is', null), eb('r.state', '=', 'done'), eb('q.id', 'is', null)]))
      .orderBy('c.waiting_since')
      .limit(MOST_SWEPT)
      .execute(),
  );
  for (const { id } of lost) await placeConversation(ctx, id, botTold);
  return lost.length;
}
