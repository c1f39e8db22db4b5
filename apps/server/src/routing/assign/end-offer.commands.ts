import { subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { offerEnded } from '../routing.events.ts';

export type Outcome = 'accepted' | 'declined' | 'timed_out' | 'withdrawn';

/** Ends the open offer of a conversation, if there is one. */
export async function endOffersOf(ctx: Ctx, tx: Tx, row: ConversationRow, outcome: Outcome, reason: string | null = null): Promise<void> {
  const ended = await tx
    .updateTable('offers')
    .set({ ended_at: ctx.clock.now(), outcome, reason })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .where('ended_at', 'is', null)
    .returning(['id', 'agent_id'])
    .execute();
  for (const { id, agent_id } of ended)
    await ctx.append(tx, offerEnded({ offerId: id, agentId: agent_id, outcome, reason }), subjectsOf(row));
}
