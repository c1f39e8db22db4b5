import type { Role } from '@madoguchi/contract/agents.ts';
import { sql } from 'kysely';
import type { Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { systemViewer, type Viewer } from '../../platform/db/viewer.ts';
import { permissionsOf, seesEveryInbox } from '../agents.permissions.ts';
import type { AgentAccess, KeyAccess } from '../agents.types.ts';

/** The active agent of an account with what they may see and do; null when there is none any more. */
export async function accessOfAccount({ db }: Platform, session: { id: string; accountId: string }): Promise<AgentAccess | null> {
  const agent = await db.directory((tx) =>
    tx
      .selectFrom('agents')
      .select(['workspace_id', 'id', 'name', 'role'])
      .where('account_id', '=', session.accountId)
      .where('deactivated_at', 'is', null)
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!agent) return null;
  const role = agent.role as Role;
  return {
    kind: 'agent',
    sessionId: session.id,
    accountId: session.accountId,
    agentId: agent.id,
    name: agent.name,
    role,
    viewer: { workspaceId: agent.workspace_id, inboxes: await inboxesOf({ db }, agent.workspace_id, role, agent.id) },
    permissions: permissionsOf(role),
  };
}

const MINUTE_IN_MS = 60_000;

/** The API key of a secret's hash; null for one that is revoked or nobody's. Notes its use, at most once a minute. */
export async function accessOfKey({ db, clock }: Platform, secretHash: Buffer): Promise<KeyAccess | null> {
  const key = await db.directory((tx) =>
    tx
      .selectFrom('api_keys')
      .select(['workspace_id', 'id', 'name', 'role', 'last_used_at'])
      .where('secret_hash', '=', secretHash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!key) return null;
  const now = clock.now();
  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() >= MINUTE_IN_MS) {
    await db.as(systemViewer(key.workspace_id), (tx) =>
      tx.updateTable('api_keys').set({ last_used_at: now }).where('workspace_id', '=', key.workspace_id).where('id', '=', key.id).execute(),
    );
  }
  const role = key.role as Role;
  const viewer = { workspaceId: key.workspace_id, inboxes: await inboxesOf({ db }, key.workspace_id, role, null) };
  return { kind: 'api', keyId: key.id, name: key.name, role, viewer, permissions: permissionsOf(role) };
}

/** Owners and admins: all. Others: inboxes without teams and those of their teams; an API key is in no team. */
async function inboxesOf(
  { db }: Pick<Platform, 'db'>,
  workspaceId: string,
  role: Role,
  agentId: string | null,
): Promise<Viewer['inboxes']> {
  if (seesEveryInbox(role)) return 'all';
  return db.as(systemViewer(workspaceId), (tx) => inboxesOfAgent(tx, workspaceId, agentId));
}

async function inboxesOfAgent(tx: Tx, workspaceId: string, agentId: string | null): Promise<string[]> {
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
