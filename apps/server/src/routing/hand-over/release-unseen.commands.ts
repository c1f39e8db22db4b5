import { sql } from 'kysely';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { assignLocked } from '../../conversations/commands/manage.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { placeIn } from '../place/place.commands.ts';
import type { BotTold } from '../place/told.queries.ts';
import { conversationHandedOver } from '../routing.events.ts';

const MOST_RELEASED = 200;

/**
 * What was given without asking to somebody who then went, and never looked at it, goes back into the queue. What a colleague assigned, and
 * what somebody has acted on, stays with them. @returns how many
 */
export async function releaseUnseen(ctx: Ctx, botTold: BotTold): Promise<number> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const { workspaceId } = ctx.viewer;
    const { rows } = await sql<{ id: string; agent_id: string }>`
      select c.id, p.agent_id from agent_presences p
      join conversations c on c.workspace_id = p.workspace_id and c.assignee_agent_id = p.agent_id
      cross join lateral (
        select e.actor_kind from events e
        where e.workspace_id = c.workspace_id and e.conversation_id = c.id and e.name = 'conversation.assigned'
        order by e.position desc limit 1
      ) given
      where p.workspace_id = ${workspaceId} and p.state in ('away', 'off') and given.actor_kind = 'system'
        and c.status = 'open' and c.merged_into is null and c.queue_id is not null and c.agent_acted_at is null
      order by c.id limit ${MOST_RELEASED}`.execute(tx);
    for (const { id, agent_id } of rows) {
      const row = await lockConversation(ctx, tx, id);
      if (row.assignee_agent_id !== agent_id || row.agent_acted_at !== null) continue;
      await assignLocked(ctx, tx, row, { agentId: null, teamId: row.assignee_team_id });
      await ctx.append(tx, conversationHandedOver({ from: agent_id, to: null, because: 'gone' }), subjectsOf(row));
      await placeIn(ctx, tx, await lockConversation(ctx, tx, id), botTold, 'arrived');
    }
    return rows.length;
  });
}
