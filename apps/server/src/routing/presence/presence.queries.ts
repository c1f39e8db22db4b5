import type { Presence, PresenceState } from '@madoguchi/contract/routing.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { AgentPresencesTable } from '../routing.tables.ts';

export const toPresence = (row: Selectable<AgentPresencesTable>): Presence => ({
  agentId: row.agent_id,
  state: row.state as PresenceState,
  reasonId: row.reason_id,
  since: row.since.toISOString(),
  automatic: row.automatic,
});

/** The presence of everybody who was ever here and did not leave the company. */
export async function listPresences(ctx: Ctx, tx: Tx): Promise<Presence[]> {
  const rows = await tx
    .selectFrom('agent_presences as p')
    .innerJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 'p.workspace_id').onRef('a.id', '=', 'p.agent_id'))
    .selectAll('p')
    .where('p.workspace_id', '=', ctx.viewer.workspaceId)
    .where('a.deactivated_at', 'is', null)
    .orderBy('p.agent_id')
    .execute();
  return rows.map(toPresence);
}

/** Open conversations that are an agent's. */
export async function atHand(ctx: Ctx, tx: Tx, agentId: string): Promise<number> {
  const row = await tx
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('assignee_agent_id', '=', agentId)
    .where('status', '=', 'open')
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.many);
}
