import type { BoardAgent } from '@madoguchi/contract/board.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { listPresences } from '../routing/presence/presence.queries.ts';
import { loads } from '../routing/profiles/load.queries.ts';
import { profilesByAgent } from '../routing/profiles/profiles.queries.ts';

/** Everybody who works here, in the order they came, with how they stand and what they have of what the viewer sees. Five statements. */
export async function boardAgents(ctx: Ctx, tx: Tx): Promise<BoardAgent[]> {
  const agents = await tx
    .selectFrom('agents')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('deactivated_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const profileOf = await profilesByAgent(ctx, tx);
  const load = await loads(ctx, tx);
  const presences = new Map((await listPresences(ctx, tx)).map((presence) => [presence.agentId, presence]));
  const hands = await handsOf(ctx, tx);
  return agents.map(({ id, name }) => {
    const presence = presences.get(id);
    return {
      id,
      name,
      state: presence?.state ?? 'off',
      reasonId: presence?.reasonId ?? null,
      since: presence?.since ?? null,
      automatic: presence?.automatic ?? false,
      load: load.get(id) ?? { chats: 0, messages: 0, calls: 0 },
      capacity: profileOf(id).capacity,
      ...(hands.get(id) ?? { open: 0, unanswered: 0, oldest: null }),
    };
  });
}

type Hand = Pick<BoardAgent, 'open' | 'unanswered' | 'oldest'>;

/** What each agent has open, by agent: over the index of what is at hand, however long the history. */
async function handsOf(ctx: Ctx, tx: Tx): Promise<Map<string, Hand>> {
  const rows = await tx
    .selectFrom('conversations')
    .select([
      'assignee_agent_id',
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(waiting_since)::int`.as('unanswered'),
      sql<Date | null>`min(waiting_since)`.as('oldest'),
    ])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('assignee_agent_id', 'is not', null)
    .where('status', '=', 'open')
    .where('merged_into', 'is', null)
    .where('turn', '<>', 'spam')
    .groupBy('assignee_agent_id')
    .execute();
  return new Map(
    rows.map(({ assignee_agent_id, open, unanswered, oldest }) => [
      assignee_agent_id!,
      { open, unanswered, oldest: oldest?.toISOString() ?? null },
    ]),
  );
}
