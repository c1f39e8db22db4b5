import { sql } from 'kysely';
import { rightsOf } from '../../agents/roles/rights.queries.ts';
import type { Place } from '../../agents/roles/rights.rules.ts';
import { agentsWhoSee } from '../../agents/viewers.queries.ts';
import type { Tx } from '../../platform/db/db.ts';

type Named = { approver_agent_ids: readonly string[]; approver_team_ids: readonly string[] };

/** Whether an agent may approve everybody's replies. */
export async function hasPermission(tx: Tx, workspaceId: string, agentId: string): Promise<boolean> {
  const agent = await tx
    .selectFrom('agents')
    .select(['id', 'role', 'role_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', agentId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return agent !== undefined && ((await rightsOf(tx, workspaceId, [agent])).get(agentId)?.permissions.has('reply.approve') ?? false);
}

/** Whether a rule named an agent, or a team of theirs. */
export async function isNamed(tx: Tx, workspaceId: string, agentId: string, named: Named): Promise<boolean> {
  if (named.approver_agent_ids.includes(agentId)) return true;
  return (await membersOf(tx, workspaceId, named.approver_team_ids)).includes(agentId);
}

async function membersOf(tx: Tx, workspaceId: string, teamIds: readonly string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await tx
    .selectFrom('team_members')
    .select('agent_id')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', sql<string>`any(${teamIds})`)
    .execute();
  return rows.map(({ agent_id }) => agent_id);
}

/** Who is asked: those a rule names, or (where it names nobody who is there, and when time is up) everybody who may. Never the author. */
export async function approversFor(
  tx: Tx,
  workspaceId: string,
  { place, authorId, named }: { place: Place; authorId: string; named: Named | null },
): Promise<string[]> {
  const who = await agentsWhoSee(tx, workspaceId, place);
  const there = (ids: readonly string[]) => [...new Set(ids)].filter((id) => who.has(id) && id !== authorId).sort();
  if (named) {
    const asked = there([...named.approver_agent_ids, ...(await membersOf(tx, workspaceId, named.approver_team_ids))]);
    if (asked.length > 0) return asked;
  }
  const agents = await tx
    .selectFrom('agents')
    .select(['id', 'role', 'role_id'])
    .where('workspace_id', '=', workspaceId)
    .where('deactivated_at', 'is', null)
    .execute();
  const rights = await rightsOf(tx, workspaceId, agents);
  return there([...rights].filter(([, { permissions }]) => permissions.has('reply.approve')).map(([id]) => id));
}
