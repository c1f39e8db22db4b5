import type { Agent, Me, Role } from '@madoguchi/contract/agents.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readWorkspace } from '../workspaces/workspaces.queries.ts';
import type { AgentsTable } from './agents.tables.ts';
import { rightsOf } from './roles/rights.queries.ts';

/** Whether an agent has a live connection now; told by `live`. */
export type IsOnline = (workspaceId: string, agentId: string) => boolean;

/** Every agent of the workspace, those who left too, in the order they came. */
export async function listAgents(ctx: Ctx, tx: Tx, isOnline: IsOnline): Promise<Agent[]> {
  const rows = await withRoles(ctx, tx).orderBy('a.created_at').orderBy('a.id').execute();
  return rows.map((row) => toAgent(row, isOnline));
}

/** @throws notFound */
export async function readAgent(ctx: Ctx, tx: Tx, id: string, isOnline: IsOnline): Promise<Agent> {
  const row = await withRoles(ctx, tx).where('a.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toAgent(row, isOnline);
}

/** An agent as they read about themselves. @throws notFound */
export async function readMe(ctx: Ctx, agentId: string): Promise<Me> {
  return ctx.transaction(async (tx) => {
    const agent = await readAgent(ctx, tx, agentId, () => true);
    const holder = { id: agent.id, role: agent.role, role_id: agent.customRole?.id ?? null };
    const rights = (await rightsOf(tx, ctx.viewer.workspaceId, [holder])).get(agent.id)!;
    const { id, name, locale, timezone, undoSendSeconds } = await readWorkspace(tx, ctx.viewer.workspaceId);
    return { agent, workspace: { id, name, locale, timezone, undoSendSeconds }, permissions: [...rights.permissions] };
  });
}

const withRoles = (ctx: Ctx, tx: Tx) =>
  tx
    .selectFrom('agents as a')
    .leftJoin('roles as r', (join) => join.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.role_id'))
    .selectAll('a')
    .select('r.name as role_name')
    .where('a.workspace_id', '=', ctx.viewer.workspaceId);

const toAgent = (row: Selectable<AgentsTable> & { role_name: string | null }, isOnline: IsOnline): Agent => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  ...(row.role_id ? { customRole: { id: row.role_id, name: row.role_name ?? '' } } : {}),
  locale: row.locale === 'en' ? 'en' : 'ja',
  active: row.deactivated_at === null,
  online: row.deactivated_at === null && isOnline(row.workspace_id, row.id),
});
