import type { Agent, Me, Role } from '@madoguchi/contract/agents.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readWorkspace } from '../workspaces/workspaces.queries.ts';
import { permissionsOf } from './agents.permissions.ts';
import type { AgentsTable } from './agents.tables.ts';

/** Whether an agent has a live connection now; told by `live`. */
export type IsOnline = (workspaceId: string, agentId: string) => boolean;

/** Every agent of the workspace, those who left too, in the order they came. */
export async function listAgents(ctx: Ctx, tx: Tx, isOnline: IsOnline): Promise<Agent[]> {
  const rows = await tx
    .selectFrom('agents')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => toAgent(row, isOnline));
}

/** @throws notFound */
export async function readAgent(ctx: Ctx, tx: Tx, id: string, isOnline: IsOnline): Promise<Agent> {
  const row = await tx
    .selectFrom('agents')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return toAgent(row, isOnline);
}

/** An agent as they read about themselves. @throws notFound */
export async function readMe(ctx: Ctx, agentId: string): Promise<Me> {
  return ctx.transaction(async (tx) => {
    const agent = await readAgent(ctx, tx, agentId, () => true);
    const { id, name, locale, timezone, undoSendSeconds } = await readWorkspace(tx, ctx.viewer.workspaceId);
    return { agent, workspace: { id, name, locale, timezone, undoSendSeconds }, permissions: [...permissionsOf(agent.role)] };
  });
}

const toAgent = (row: Selectable<AgentsTable>, isOnline: IsOnline): Agent => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  locale: row.locale === 'en' ? 'en' : 'ja',
  active: row.deactivated_at === null,
  online: row.deactivated_at === null && isOnline(row.workspace_id, row.id),
});
