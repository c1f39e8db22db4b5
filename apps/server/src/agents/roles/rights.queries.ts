import type { Role } from '@madoguchi/contract/agents.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { Viewer } from '../../platform/db/viewer.ts';
import { permissionsOf, seesEveryInbox } from '../agents.permissions.ts';
import { type Rights, rightsOfBuiltIn, rightsOfCustom, sightOf } from './rights.rules.ts';

/** What an agent holds: a built-in role, or one of the workspace's own made from it. */
export type Holder = { id: string; role: string; role_id: string | null };

/** What agents may do, by id: roles of the workspace's own are looked up at once. */
export async function rightsOf(tx: Tx, workspaceId: string, holders: readonly Holder[]): Promise<Map<string, Rights>> {
  const ids = [...new Set(holders.flatMap(({ role_id }) => role_id ?? []))];
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('roles')
          .select(['id', 'permissions', 'sees', 'unassigned'])
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', sql<string>`any(${ids})`)
          .execute();
  const own = new Map(rows.map((row) => [row.id, rightsOfCustom(row)]));
  return new Map(holders.map(({ id, role, role_id }) => [id, role_id ? own.get(role_id)! : rightsOfBuiltIn(role as Role)]));
}

/** With whose eyes an agent reads, and what they may. */
export async function accessOfAgent(tx: Tx, workspaceId: string, agent: Holder): Promise<{ viewer: Viewer } & Rights> {
  const rights = (await rightsOf(tx, workspaceId, [agent])).get(agent.id)!;
  const whispers = hears(rights, agent.id);
  if (seesEveryInbox(agent.role as Role)) return { ...rights, viewer: { workspaceId, inboxes: 'all', whispers } };
  const inboxes = await inboxesOfAgent(tx, workspaceId, agent.id);
  const sight = rights.sees === 'inboxes' ? undefined : sightOf(rights, agent.id, await teamsOf(tx, workspaceId, agent.id));
  return { ...rights, viewer: { workspaceId, inboxes, whispers, ...(sight ? { sight } : {}) } };
}

/** What a program with a key reads and may: it is in no team, and its role is a built-in one. */
export async function accessOfProgram(tx: Tx, workspaceId: string, role: Role): Promise<Pick<Rights, 'permissions'> & { viewer: Viewer }> {
  const inboxes = seesEveryInbox(role) ? 'all' : await inboxesOfAgent(tx, workspaceId, null);
  const permissions = permissionsOf(role);
  return { permissions, viewer: { workspaceId, inboxes, ...(permissions.has('conversation.whisper') ? { whispers: 'all' } : {}) } };
}

/** Who may whisper hears every whisper; everybody else what is said to them, and their own. */
const hears = ({ permissions }: Rights, agentId: string): string => (permissions.has('conversation.whisper') ? 'all' : agentId);

async function teamsOf(tx: Tx, workspaceId: string, agentId: string): Promise<{ id: string; memberIds: string[] }[]> {
  const { rows } = await sql<{ id: string; memberIds: string[] }>`
    select own.team_id as id, array_agg(m.agent_id order by m.agent_id) as "memberIds"
    from team_members own join team_members m using (workspace_id, team_id)
    where own.workspace_id = ${workspaceId} and own.agent_id = ${agentId} group by own.team_id order by own.team_id`.execute(tx);
  return rows;
}

/** Inboxes without teams and those of the agent's teams. */
export async function inboxesOfAgent(tx: Tx, workspaceId: string, agentId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from inboxes i
    where i.workspace_id = ${workspaceId} and (
      not exists (select from inbox_teams t where t.workspace_id = i.workspace_id and t.inbox_id = i.id)
      or exists (
        select from inbox_teams t join team_members m using (workspace_id, team_id)
        where t.workspace_id = i.workspace_id and t.inbox_id = i.id and m.agent_id = ${agentId}
      )
    ) order by i.id`.execute(tx);
  return rows.map(({ id }) => id);
}
