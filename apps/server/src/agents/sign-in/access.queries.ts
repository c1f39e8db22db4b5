import type { Role } from '@madoguchi/contract/agents.ts';
import type { Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { AgentAccess, KeyAccess } from '../agents.types.ts';
import { accessOfAgent, accessOfProgram } from '../roles/rights.queries.ts';

/** The active agent of an account with what they may see and do; null when there is none any more. */
export async function accessOfAccount({ db }: Platform, session: { id: string; accountId: string }): Promise<AgentAccess | null> {
  const agent = await db.directory((tx) =>
    tx
      .selectFrom('agents')
      .select(['workspace_id', 'id', 'name', 'role', 'role_id'])
      .where('account_id', '=', session.accountId)
      .where('deactivated_at', 'is', null)
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!agent) return null;
  const { viewer, permissions } = await db.as(systemViewer(agent.workspace_id), (tx) => accessOfAgent(tx, agent.workspace_id, agent));
  return {
    kind: 'agent',
    sessionId: session.id,
    accountId: session.accountId,
    agentId: agent.id,
    name: agent.name,
    role: agent.role as Role,
    viewer,
    permissions,
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
  const access = await db.as(systemViewer(key.workspace_id), (tx) => accessOfProgram(tx, key.workspace_id, role));
  return { kind: 'api', keyId: key.id, name: key.name, role, ...access };
}
