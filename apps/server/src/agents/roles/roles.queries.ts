import type { Role } from '@madoguchi/contract/agents.ts';
import type { CustomRole, OfferedPermission, Sees } from '@madoguchi/contract/roles.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { permissionsOf } from '../agents.permissions.ts';

const ROLES: readonly Role[] = ['owner', 'admin', 'supervisor', 'agent'];

const ownRoles = (ctx: Ctx, tx: Tx) =>
  tx
    .selectFrom('roles as r')
    .select(['r.id', 'r.name', 'r.base', 'r.permissions', 'r.sees', 'r.unassigned'])
    .select(
      sql<number>`(select count(*)::int from agents a where a.workspace_id = r.workspace_id and a.role_id = r.id and a.deactivated_at is null)`.as(
        'agents',
      ),
    )
    .where('r.workspace_id', '=', ctx.viewer.workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof ownRoles>['execute']>>[number];

const toRole = (row: Row): CustomRole => ({
  ...row,
  base: row.base as CustomRole['base'],
  permissions: row.permissions as OfferedPermission[],
  sees: row.sees as Sees,
});

/** The roles that are built in, and the workspace's own by name, each with how many active agents have it. */
export async function listRoles(ctx: Ctx, tx: Tx) {
  const items = (await ownRoles(ctx, tx).orderBy('r.name').execute()).map(toRole);
  const held = await tx
    .selectFrom('agents')
    .select(['role', sql<number>`count(*)::int`.as('many')])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('role_id', 'is', null)
    .where('deactivated_at', 'is', null)
    .groupBy('role')
    .execute();
  const builtIn = ROLES.map((role) => ({
    role,
    permissions: [...permissionsOf(role)],
    agents: held.find((row) => row.role === role)?.many ?? 0,
  }));
  return { builtIn, items };
}

/** One of the workspace's own. @throws notFound */
export async function readRole(ctx: Ctx, tx: Tx, id: string): Promise<CustomRole> {
  const row = await ownRoles(ctx, tx).where('r.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toRole(row);
}
