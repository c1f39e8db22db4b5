import type { Role } from '@madoguchi/contract/agents.ts';
import type { Sees } from '@madoguchi/contract/roles.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { seesEveryInbox } from './agents.permissions.ts';
import { accessOfAgent } from './roles/rights.queries.ts';
import { type Place, rightsOfBuiltIn, seesPlace, sightOf } from './roles/rights.rules.ts';

/** An agent to whom something may be told, and what they may see now. */
export type TellableAgent = { id: string; name: string; email: string; role: Role; locale: 'ja' | 'en'; viewer: Viewer };

/** Active agents by id, with what they may see; the others are left out. */
export async function tellableAgents(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<TellableAgent[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('agents')
    .select(['id', 'name', 'email', 'role', 'role_id', 'locale'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids})`)
    .where('deactivated_at', 'is', null)
    .orderBy('id')
    .execute();
  const agents: TellableAgent[] = [];
  for (const row of rows) {
    const { id, name, email } = row;
    const { viewer } = await accessOfAgent(tx, workspaceId, row);
    agents.push({ id, name, email, role: row.role as Role, locale: row.locale === 'en' ? 'en' : 'ja', viewer });
  }
  return agents;
}

/** Active agents who see a conversation that stands at a place: by its inbox, and who has it. */
export async function agentsWhoSee(tx: Tx, workspaceId: string, place: Place): Promise<Set<string>> {
  const { rows } = await sql<AgentSight>`
    select a.id, a.role, coalesce(r.sees, 'inboxes') as sees, coalesce(r.unassigned, true) as unassigned,
      not exists (select from inbox_teams t where t.workspace_id = a.workspace_id and t.inbox_id = ${place.inboxId})
        or exists (select from inbox_teams t join team_members m using (workspace_id, team_id)
          where t.workspace_id = a.workspace_id and t.inbox_id = ${place.inboxId} and m.agent_id = a.id) as "seesInbox",
      array(select m.team_id from team_members m where m.workspace_id = a.workspace_id and m.agent_id = a.id) as teams,
      array(select mate.agent_id from team_members m join team_members mate using (workspace_id, team_id)
        where m.workspace_id = a.workspace_id and m.agent_id = a.id and mate.agent_id = ${place.agentId}) as mates
    from agents a left join roles r on r.workspace_id = a.workspace_id and r.id = a.role_id
    where a.workspace_id = ${workspaceId} and a.deactivated_at is null`.execute(tx);
  return new Set(rows.filter((row) => seesPlace(viewerAt(row, place), place)).map(({ id }) => id));
}

type AgentSight = {
  id: string;
  role: Role;
  sees: Sees;
  unassigned: boolean;
  seesInbox: boolean;
  teams: string[];
  /** Whoever has the conversation, if that is a team mate. */
  mates: string[];
};

/** As much of an agent's eyes as it takes to look at one place. */
function viewerAt(
  { id, role, sees, unassigned, seesInbox, teams, mates }: AgentSight,
  { inboxId }: Place,
): Pick<Viewer, 'inboxes' | 'sight'> {
  if (seesEveryInbox(role)) return { inboxes: 'all' };
  const inboxes = seesInbox ? [inboxId] : [];
  const rights = { ...rightsOfBuiltIn(role), sees, unassigned };
  const sight = sightOf(
    rights,
    id,
    teams.map((team) => ({ id: team, memberIds: mates })),
  );
  return { inboxes, ...(sight ? { sight } : {}) };
}
