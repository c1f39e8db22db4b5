import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { signInCodeWrong, signInStepOver } from '../agents.errors.ts';
import { recoveryCodeUsed, twoFactorCodeRefused } from '../agents.events.ts';
import type { AgentAccess } from '../agents.types.ts';
import { accessOfAccount } from '../sign-in/access.queries.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts, Client } from '../sign-in/accounts.ts';
import { type Begun, enter } from '../sign-in/sessions.commands.ts';
import { keepParkedSession } from '../single-sign-on/provider-sessions.ts';
import { keepProposed, proposeTwoFactor } from './two-factor.commands.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access };
/** Who gave the right password a moment ago; they have no session yet. */
export type Entrant = { who: AgentAccess; ctx: Ctx; from?: string | undefined };

/** The one a step token was issued to. @throws signInStepOver for no token of ours, one too old, a password changed since, an agent who left */
export async function entrantOf(
  { platform, accounts }: Deps,
  token: string,
  step: 'code' | 'set_up',
  { ip }: Pick<Client, 'ip'>,
): Promise<Entrant> {
  const found = accounts.steps.read(token, step, platform.clock.now());
  if (!found || (await accounts.passwordMark(found.accountId)) !== found.mark) throw signInStepOver();
  const who = await accessOfAccount(platform, { id: '', accountId: found.accountId });
  if (!who) throw signInStepOver();
  return { who, ctx: makeCtx(platform, who.viewer, { kind: 'agent', id: who.agentId, name: who.name, ip }), from: found.from };
}

/** Signs in with a code of the app or a recovery code. @throws signInCodeWrong, the same for wrong, used before and used up */
export async function signInWithCode(deps: Deps, entrant: Entrant, code: string, client: Client): Promise<Begun> {
  const { who, ctx } = entrant;
  const taken = await deps.accounts.factors.take(who.accountId, code, ctx.clock.now());
  if (!taken) {
    await ctx.transaction((tx) => ctx.append(tx, twoFactorCodeRefused({ agentId: who.agentId })));
    throw signInCodeWrong();
  }
  if (taken.by === 'recovery') {
    const used = recoveryCodeUsed({ agentId: who.agentId, left: taken.left });
    await ctx.transaction((tx) => ctx.append(tx, used));
  }
  return enterFrom(deps, entrant, client);
}

/** Begins to set two-factor up where it is required. @throws twoFactorOnAlready */
export async function proposeAtSignIn(deps: Deps, { who, ctx }: Entrant) {
  return proposeTwoFactor(ctx, deps, { accountId: who.accountId, email: await emailOf(ctx, who.agentId) });
}

/** Sets it up and signs in. @throws signInCodeWrong · twoFactorOnAlready · twoFactorProposalOver */
export async function turnOnAtSignIn(
  deps: Deps,
  entrant: Entrant,
  { proposal, code }: { proposal: string; code: string },
  client: Client,
): Promise<{ begun: Begun; recoveryCodes: string[] }> {
  const recoveryCodes = await keepProposed(entrant.ctx, deps, entrant.who, { proposal, code, codeWrong: signInCodeWrong });
  return { begun: await enterFrom(deps, entrant, client), recoveryCodes };
}

/** The session, with the provider's from which this one came. */
async function enterFrom(deps: Deps, { who, from }: Entrant, client: Client): Promise<Begun> {
  const begun = await enter(deps, who.accountId, client);
  if (from) await keepParkedSession(deps, from, begun);
  return begun;
}

/** The name under which an app keeps the secret. */
export async function emailOf(ctx: Ctx, agentId: string): Promise<string> {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('agents')
      .select('email')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', agentId)
      .executeTakeFirstOrThrow(),
  );
  return row.email;
}
