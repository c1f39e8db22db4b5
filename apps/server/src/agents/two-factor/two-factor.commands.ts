import type { Ctx } from '../../platform/ctx.ts';
import { forbidden, notFound } from '../../platform/http/refusal.ts';
import { changerOf } from '../agents.commands.ts';
import {
  passwordWrong,
  twoFactorCodeWrong,
  twoFactorIsRequired,
  twoFactorOff,
  twoFactorOnAlready,
  twoFactorOwnFirst,
  twoFactorProposalOver,
} from '../agents.errors.ts';
import {
  recoveryCodesRenewed,
  recoveryCodeUsed,
  sessionRevoked,
  twoFactorRequirementChanged,
  twoFactorReset,
  twoFactorTurnedOff,
  twoFactorTurnedOn,
} from '../agents.events.ts';
import type { AgentAccess } from '../agents.types.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { stepOfCode, typedCode, uriOf } from './codes.rules.ts';
import { isTwoFactorRequired } from './two-factor.queries.ts';

type Deps = { accounts: Accounts; access: Access };
type Account = { accountId: string; email: string };

/** A secret for an authenticator app; nothing changes until its first code is given. @throws twoFactorOnAlready */
export async function proposeTwoFactor(ctx: Pick<Ctx, 'clock'>, { accounts }: Pick<Deps, 'accounts'>, { accountId, email }: Account) {
  if (await accounts.factors.of(accountId)) throw twoFactorOnAlready();
  const { secret, token } = accounts.factors.propose(accountId, ctx.clock.now());
  return { secret, uri: uriOf(secret, 'Madoguchi', email), token };
}

/**
 * Keeps a proposed secret whose code is right; the recovery codes, in plain this once.
 * @throws twoFactorProposalOver · twoFactorOnAlready; `codeWrong` for a wrong code
 */
export async function keepProposed(
  ctx: Ctx,
  { accounts }: Pick<Deps, 'accounts'>,
  who: Pick<AgentAccess, 'accountId' | 'agentId'>,
  { proposal, code, codeWrong }: { proposal: string; code: string; codeWrong: () => Error },
): Promise<string[]> {
  const now = ctx.clock.now();
  const secret = accounts.factors.proposed(who.accountId, proposal, now);
  if (!secret) throw twoFactorProposalOver();
  const step = stepOfCode(secret, typedCode(code), now);
  if (step === null) throw codeWrong();
  const recoveryCodes = await accounts.factors.turnOn(who.accountId, secret, step, now);
  if (!recoveryCodes) throw twoFactorOnAlready();
  await ctx.transaction((tx) => ctx.append(tx, twoFactorTurnedOn({ agentId: who.agentId })));
  return recoveryCodes;
}

/** Turns one's own on. Every other session ends: it was begun with a password alone. @throws as keepProposed, twoFactorCodeWrong */
export async function turnOnTwoFactor(ctx: Ctx, deps: Deps, who: AgentAccess, wish: { proposal: string; code: string }): Promise<string[]> {
  const recoveryCodes = await keepProposed(ctx, deps, who, { ...wish, codeWrong: twoFactorCodeWrong });
  const { accounts, access } = deps;
  for (const { id, token } of await accounts.sessions(who.accountId)) if (id !== who.sessionId) await accounts.end(token);
  access.changed({ workspaceId: who.viewer.workspaceId, agentId: who.agentId, sessionId: null });
  await ctx.transaction((tx) => ctx.append(tx, sessionRevoked({ agentId: who.agentId, sessionId: null, because: 'two_factor' })));
  return recoveryCodes;
}

/** Turns one's own off. @throws twoFactorIsRequired · twoFactorOff · passwordWrong · twoFactorCodeWrong */
export async function turnOffTwoFactor(ctx: Ctx, { accounts }: Deps, who: AgentAccess, proof: { password: string; code: string }) {
  if (await ctx.transaction((tx) => isTwoFactorRequired(tx, ctx.viewer.workspaceId))) throw twoFactorIsRequired();
  await demandBoth(ctx, accounts, who, proof);
  await accounts.factors.turnOff(who.accountId);
  await ctx.transaction((tx) => ctx.append(tx, twoFactorTurnedOff({ agentId: who.agentId })));
}

/** New recovery codes; the old ones no longer count. @throws twoFactorOff · passwordWrong · twoFactorCodeWrong */
export async function renewRecoveryCodes(ctx: Ctx, { accounts }: Deps, who: AgentAccess, proof: { password: string; code: string }) {
  await demandBoth(ctx, accounts, who, proof);
  const recoveryCodes = await accounts.factors.renew(who.accountId);
  await ctx.transaction((tx) => ctx.append(tx, recoveryCodesRenewed({ agentId: who.agentId })));
  return recoveryCodes;
}

/** The code is looked at only after the password: a wrong password does not use a code up. */
async function demandBoth(ctx: Ctx, accounts: Accounts, who: AgentAccess, { password, code }: { password: string; code: string }) {
  if (!(await accounts.factors.of(who.accountId))) throw twoFactorOff();
  if (!(await accounts.isPassword(who.accountId, password))) throw passwordWrong();
  const taken = await accounts.factors.take(who.accountId, code, ctx.clock.now());
  if (!taken) throw twoFactorCodeWrong();
  if (taken.by === 'recovery') {
    const used = recoveryCodeUsed({ agentId: who.agentId, left: taken.left });
    await ctx.transaction((tx) => ctx.append(tx, used));
  }
}

/**
 * Requires two-factor of everybody, from their next sign-in on, or no longer. @throws twoFactorOwnFirst when an agent without it
 * requires it of all
 */
export async function requireTwoFactor(ctx: Ctx, { accounts }: Deps, required: boolean): Promise<void> {
  const { workspaceId } = ctx.viewer;
  await ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('workspaces')
      .select('two_factor_required')
      .where('workspace_id', '=', workspaceId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    if (row.two_factor_required === required) return;
    if (required && ctx.actor.kind === 'agent') {
      const me = await tx
        .selectFrom('agents')
        .select('account_id')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', ctx.actor.id ?? '')
        .executeTakeFirst();
      if (!me || !(await accounts.factors.of(me.account_id))) throw twoFactorOwnFirst();
    }
    await tx.updateTable('workspaces').set({ two_factor_required: required }).where('workspace_id', '=', workspaceId).execute();
    await ctx.append(tx, twoFactorRequirementChanged({ required }));
  });
}

/**
 * Takes the second factor and the passkeys from somebody who lost the device, and ends their sessions: it may have been stolen.
 * @throws notFound · forbidden for one's own, and for an owner's unless an owner does it
 */
export async function resetTwoFactor(ctx: Ctx, { accounts, access }: Deps, agentId: string): Promise<void> {
  const workspaceId = ctx.viewer.workspaceId;
  await ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('agents')
      .select(['account_id', 'role'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', agentId)
      .executeTakeFirst();
    if (!row) throw notFound();
    const by = await changerOf(ctx, tx);
    if (by.id === agentId || (row.role === 'owner' && by.role !== 'owner')) throw forbidden();
    const [codes, keys] = [await accounts.factors.turnOff(row.account_id), await accounts.passkeys.removeAll(row.account_id)];
    if (!codes && keys === 0) return;
    await accounts.endAll(row.account_id);
    await ctx.append(tx, [twoFactorReset({ agentId }), sessionRevoked({ agentId, sessionId: null, because: 'two_factor' })]);
    tx.afterCommit(() => access.changed({ workspaceId, agentId, sessionId: null }));
  });
}
