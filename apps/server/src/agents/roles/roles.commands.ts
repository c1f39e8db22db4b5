import type { CustomRole, RoleBody } from '@madoguchi/contract/roles.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { forbidden, notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { changerOf } from '../agents.commands.ts';
import { roleInUse, roleNameTaken, roleNeedsSight } from '../agents.errors.ts';
import { agentUpdated, roleCreated, roleRemoved, roleUpdated } from '../agents.events.ts';
import type { Access } from '../sign-in/access.ts';
import { exceeds, refuseRole, rightsOfBuiltIn, rightsOfCustom } from './rights.rules.ts';
import { readRole } from './roles.queries.ts';

/** Adds a role. @throws forbidden for rights that one does not have oneself · roleNameTaken · roleNeedsSight */
export async function createRole(ctx: Ctx, wish: RoleBody): Promise<CustomRole> {
  return ctx.transaction(async (tx) => {
    await check(ctx, tx, wish);
    const id = newId('rol');
    await tx
      .insertInto('roles')
      .values({ workspace_id: ctx.viewer.workspaceId, id, ...kept(wish), created_at: ctx.clock.now() })
      .execute()
      .catch(nameTaken);
    await ctx.append(tx, roleCreated({ roleId: id, name: wish.name }));
    return readRole(ctx, tx, id);
  });
}

/** Changes a role for everybody who has it, signed in or not; what is already so writes no fact. @throws as createRole · notFound */
export async function updateRole(ctx: Ctx, access: Access, id: string, wish: RoleBody): Promise<CustomRole> {
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    const before = await lockRole(ctx, tx, id);
    await check(ctx, tx, wish);
    const after = kept(wish);
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => String(after[key]) !== String(before[key]));
    if (changed.length === 0) return before;
    await tx.updateTable('roles').set(after).where('workspace_id', '=', workspaceId).where('id', '=', id).execute().catch(nameTaken);
    // As what they count is on their own rows.
    await tx.updateTable('agents').set({ role: after.base }).where('workspace_id', '=', workspaceId).where('role_id', '=', id).execute();
    await ctx.append(tx, roleUpdated({ roleId: id, name: after.name, changed }));
    tx.afterCommit(() => access.changed({ workspaceId, agentId: null, sessionId: null }));
    return readRole(ctx, tx, id);
  });
}

/**
 * Removes a role; whoever has it, those who left too, gets the other one.
 * @throws roleInUse when active agents have it and no other is named · notFound · forbidden for another one with rights one does not have
 */
export async function removeRole(ctx: Ctx, access: Access, id: string, replaceBy: string | undefined): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    const role = await lockRole(ctx, tx, id);
    if (role.agents > 0 && (!replaceBy || replaceBy === id)) throw roleInUse({ agents: role.agents });
    const other = await replacement(ctx, tx, role, replaceBy === id ? undefined : replaceBy);
    const moved = await tx
      .updateTable('agents')
      .set(other)
      .where('workspace_id', '=', workspaceId)
      .where('role_id', '=', id)
      .returning('id')
      .execute();
    await tx.deleteFrom('roles').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
    const facts = moved.map((agent) => agentUpdated({ agentId: agent.id, changed: ['role'], role: other.role }));
    await ctx.append(tx, [...facts, roleRemoved({ roleId: id, name: role.name, agents: role.agents })]);
    tx.afterCommit(() => access.changed({ workspaceId, agentId: null, sessionId: null }));
  });
}

async function replacement(ctx: Ctx, tx: Tx, role: CustomRole, id: string | undefined) {
  if (!id?.startsWith('rol_')) {
    const base = (id ?? role.base) as CustomRole['base'];
    if (exceeds(rightsOfBuiltIn(base), (await changerOf(ctx, tx)).rights)) throw forbidden();
    return { role: base, role_id: null };
  }
  const other = await readRole(ctx, tx, id);
  if (exceeds(rightsOfCustom(other), (await changerOf(ctx, tx)).rights)) throw forbidden();
  return { role: other.base, role_id: other.id };
}

/** The role, which stands still until the transaction ends. @throws notFound */
async function lockRole(ctx: Ctx, tx: Tx, id: string): Promise<CustomRole> {
  const { workspaceId } = ctx.viewer;
  const locked = await tx
    .selectFrom('roles')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!locked) throw notFound();
  return readRole(ctx, tx, id);
}

async function check(ctx: Ctx, tx: Tx, wish: RoleBody): Promise<void> {
  const refused = refuseRole((await changerOf(ctx, tx)).rights, wish);
  if (refused === 'forbidden') throw forbidden();
  if (refused === 'needs_sight') throw roleNeedsSight();
}

/** As it is kept: permissions in order, and nothing said of what is seen anyway. */
const kept = ({ name, base, permissions, sees, unassigned }: RoleBody) => ({
  name: name.trim(),
  base,
  permissions: [...new Set<string>(permissions)].sort(),
  sees,
  unassigned: sees !== 'inboxes' && unassigned,
});

function nameTaken(error: unknown): never {
  throw (error as { code?: string }).code === '23505' ? roleNameTaken() : error;
}
