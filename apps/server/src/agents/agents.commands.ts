import type { Role } from '@madoguchi/contract/agents.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Ctx, Platform } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { forbidden, notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { emailTaken, lastOwner } from './agents.errors.ts';
import { agentCreated, agentDeactivated, agentUpdated, sessionRevoked } from './agents.events.ts';
import { type Changer, mayGiveRole, refuseAgentChange } from './agents.rules.ts';
import type { AgentChange, NewAgent } from './agents.types.ts';
import { rightsOf } from './roles/rights.queries.ts';
import { exceeds, type Rights, rightsOfBuiltIn, rightsOfCustom } from './roles/rights.rules.ts';
import type { Access } from './sign-in/access.ts';
import type { Accounts } from './sign-in/accounts.ts';

type Deps = { platform: Platform; accounts: Accounts };

/** Adds an agent with a first password; returns the id. @throws forbidden when somebody who is no owner makes one · emailTaken */
export async function createAgent(ctx: Ctx, deps: Deps, wish: NewAgent): Promise<string> {
  const hash = await deps.accounts.hash(wish.password);
  return ctx.transaction(async (tx) => {
    const by = await changerOf(ctx, tx);
    const given = await roleFor(ctx, tx, wish);
    if (!mayGiveRole(by, given.role) || exceeds(given.rights, by.rights)) throw forbidden();
    return (await insertAgent(ctx, tx, deps, { ...wish, role: given.role, roleId: given.role_id ?? undefined }, hash)).agentId;
  });
}

/** Account, row and fact of a new agent, in the caller's transaction; without a password for who comes by the identity provider. @throws emailTaken */
export async function insertAgent(ctx: Ctx, tx: Tx, deps: Deps, wish: Omit<NewAgent, 'password'>, passwordHash: string | null) {
  const email = wish.email.trim().toLowerCase();
  const accountId = await accountFor(tx, deps, email, wish.name, passwordHash);
  const agentId = newId('agt');
  await tx
    .insertInto('agents')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: agentId,
      account_id: accountId,
      name: wish.name,
      email,
      role: wish.role,
      role_id: wish.roleId ?? null,
      locale: wish.locale,
      created_at: ctx.clock.now(),
    })
    .execute();
  await ctx.append(tx, agentCreated({ agentId, name: wish.name, role: wish.role }));
  return { agentId, accountId };
}

/**
 * A new account, or the one that a making cut off half way has left behind. Accounts are written on a connection of their own, so an
 * e-mail is locked until this transaction ends: two who add the same one at once cannot both find it free.
 */
async function accountFor(tx: Tx, { platform, accounts }: Deps, email: string, name: string, hash: string | null): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account ${email}`}, 0))`.execute(tx);
  const known = await accounts.byEmail(email);
  if (!known) return accounts.create(email, name, hash);
  const agent = await platform.db.directory((all) =>
    all.selectFrom('agents').select('id').where('account_id', '=', known).executeTakeFirst(),
  );
  if (agent) throw emailTaken();
  if (hash === null) await accounts.dropPassword(known);
  else await accounts.setPassword(known, hash);
  return known;
}

/**
 * Changes an agent; what is already so writes no fact. Deactivating, or setting a password, ends every session of the agent.
 * @throws notFound · forbidden · lastOwner
 */
export async function updateAgent(ctx: Ctx, deps: { accounts: Accounts; access: Access }, id: string, wish: AgentChange): Promise<void> {
  const hash = wish.password === undefined ? null : await deps.accounts.hash(wish.password);
  const workspace_id = ctx.viewer.workspaceId;
  await ctx.transaction(async (tx) => {
    // The owners stand still while their number matters: two of them cannot leave at the same moment.
    const owners = await tx
      .selectFrom('agents')
      .select('id')
      .where('workspace_id', '=', workspace_id)
      .where('role', '=', 'owner')
      .where('deactivated_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    const row = await tx
      .selectFrom('agents')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    const agent = { id, role: row.role as Role, active: row.deactivated_at === null };
    const others = owners.filter((owner) => owner.id !== id).length;
    const by = await changerOf(ctx, tx);
    const given = await roleWished(ctx, tx, wish);
    const refused = refuseAgentChange(by, agent, { ...wish, ...(given ? { role: given.role } : {}) }, others);
    if (refused === 'forbidden' || (given && exceeds(given.rights, by.rights))) throw forbidden();
    if (refused === 'last_owner') throw lastOwner();

    const change = {
      ...(wish.name !== undefined && wish.name !== row.name ? { name: wish.name } : {}),
      ...(given && (given.role !== agent.role || given.role_id !== row.role_id) ? { role: given.role, role_id: given.role_id } : {}),
      ...(wish.active !== undefined && wish.active !== agent.active ? { deactivated_at: wish.active ? null : ctx.clock.now() } : {}),
    };
    const leaves = wish.active === false && agent.active;
    const changed = [
      ...Object.keys(change).flatMap((column) => (column === 'role_id' ? [] : column === 'deactivated_at' ? ['active'] : [column])),
      ...(hash === null ? [] : ['password']),
    ].filter((name) => !(leaves && name === 'active'));
    if (Object.keys(change).length > 0) {
      await tx.updateTable('agents').set(change).where('workspace_id', '=', workspace_id).where('id', '=', id).execute();
    }
    if (changed.length > 0) await ctx.append(tx, agentUpdated({ agentId: id, changed, role: change.role ?? agent.role }));
    if (leaves) await ctx.append(tx, agentDeactivated({ agentId: id }));
    if (hash !== null) {
      await deps.accounts.setPassword(row.account_id, hash);
      await ctx.append(tx, sessionRevoked({ agentId: id, sessionId: null, because: 'password_changed' }));
    }
    if (leaves || hash !== null) await deps.accounts.endAll(row.account_id);
    if (changed.length > 0 || leaves)
      tx.afterCommit(() => deps.access.changed({ workspaceId: workspace_id, agentId: id, sessionId: null }));
  });
}

/** Changes one's own name or language. */
export async function updateMe(ctx: Ctx, access: Access, agentId: string, wish: { name?: string; locale?: Locale }): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  await ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('agents')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', agentId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    const change = {
      ...(wish.name !== undefined && wish.name !== row.name ? { name: wish.name } : {}),
      ...(wish.locale !== undefined && wish.locale !== row.locale ? { locale: wish.locale } : {}),
    };
    const changed = Object.keys(change);
    if (changed.length === 0) return;
    await tx.updateTable('agents').set(change).where('workspace_id', '=', workspace_id).where('id', '=', agentId).execute();
    await ctx.append(tx, agentUpdated({ agentId, changed, role: row.role as Role }));
    tx.afterCommit(() => access.changed({ workspaceId: workspace_id, agentId, sessionId: null }));
  });
}

type Given = { role: Role; role_id: string | null; rights: Rights };

const roleWished = async (ctx: Ctx, tx: Tx, { role, roleId }: Pick<AgentChange, 'role' | 'roleId'>): Promise<Given | null> =>
  role === undefined && roleId === undefined ? null : roleFor(ctx, tx, { role: role ?? 'agent', roleId });

/** The role that is wished for: one of the workspace's own, else the built-in one. @throws notFound */
async function roleFor(ctx: Ctx, tx: Tx, { role, roleId }: Pick<NewAgent, 'role' | 'roleId'>): Promise<Given> {
  if (!roleId) return { role, role_id: null, rights: rightsOfBuiltIn(role) };
  const own = await tx
    .selectFrom('roles')
    .select(['id', 'base', 'permissions', 'sees', 'unassigned'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', roleId)
    .forShare()
    .executeTakeFirst();
  if (!own) throw notFound();
  return { role: own.base as Role, role_id: own.id, rights: rightsOfCustom(own) };
}

/** Whose wish it is, with role and rights as they stand now; the product itself may what an owner may. @throws forbidden for who may no longer act */
export async function changerOf(ctx: Ctx, tx: Tx): Promise<Changer & { rights: Rights }> {
  const { kind, id } = ctx.actor;
  if (kind === 'system') return { id: null, role: 'owner', rights: rightsOfBuiltIn('owner') };
  const { workspaceId } = ctx.viewer;
  if (kind === 'api') {
    const key = await tx
      .selectFrom('api_keys')
      .select('role')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id ?? '')
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!key) throw forbidden();
    return { id, role: key.role as Role, rights: rightsOfBuiltIn(key.role as Role) };
  }
  const agent = await tx
    .selectFrom('agents')
    .select(['id', 'role', 'role_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id ?? '')
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!agent) throw forbidden();
  return { id, role: agent.role as Role, rights: (await rightsOf(tx, workspaceId, [agent])).get(agent.id)! };
}
