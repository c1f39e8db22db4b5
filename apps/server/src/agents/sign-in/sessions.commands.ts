import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { passwordWrong, signInWrong, singleSignOnOnly } from '../agents.errors.ts';
import { agentSignedIn, agentUpdated, sessionRevoked } from '../agents.events.ts';
import type { AgentAccess } from '../agents.types.ts';
import { isSingleSignOnRequired } from '../single-sign-on/settings.queries.ts';
import type { Step } from '../two-factor/step-token.ts';
import { isTwoFactorRequired } from '../two-factor/two-factor.queries.ts';
import { accessOfAccount } from './access.queries.ts';
import type { Access } from './access.ts';
import type { Accounts, Client } from './accounts.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access };

/** A session with its token, to be put into the cookie, and the Ctx of the agent it belongs to. */
export type Begun = { token: string; who: AgentAccess; ctx: Ctx };

type Way = { always?: boolean; from?: Pick<Step, 'from'> };

/** What is due between the right password and a session. */
export type Due = { step: 'code' | 'set_up'; token: string };

/**
 * Signs an agent in, or says which second step is due; until that is done there is no session.
 * @throws signInWrong, the same for an unknown e-mail, a wrong password and an agent who has left · singleSignOnOnly, after the right one
 */
export async function signIn(deps: Deps, { email, password }: { email: string; password: string }, client: Client): Promise<Begun | Due> {
  const { platform, accounts } = deps;
  const accountId = await accounts.withPassword(email.trim(), password);
  const who = accountId && (await accessOfAccount(platform, { id: '', accountId }));
  if (!who) throw signInWrong();
  const byProviderOnly = await refuseBesideProvider(platform, who);
  return (await dueAfter(deps, who, { always: byProviderOnly })) ?? enter(deps, who.accountId, client);
}

/**
 * Where the identity provider is required, only owners come in by something else; then a second factor is asked of them. True exactly
 * for them. @throws singleSignOnOnly
 */
export async function refuseBesideProvider(platform: Platform, who: AgentAccess): Promise<boolean> {
  const required = await platform.db.as(who.viewer, (tx) => isSingleSignOnRequired(tx, who.viewer.workspaceId));
  if (required && who.role !== 'owner') throw singleSignOnOnly();
  return required;
}

/** The second step that is due for who proved themselves once; null when none is. `always`: also where the workspace does not require it. `from`: see Step. */
export async function dueAfter(
  { platform, accounts }: Deps,
  who: AgentAccess,
  { always = false, from = {} }: Way = {},
): Promise<Due | null> {
  const required = always || (await platform.db.as(who.viewer, (tx) => isTwoFactorRequired(tx, who.viewer.workspaceId)));
  const step = (await accounts.factors.of(who.accountId)) ? 'code' : required ? 'set_up' : null;
  if (!step) return null;
  const mark = await accounts.passwordMark(who.accountId);
  return { step, token: accounts.steps.issue({ accountId: who.accountId, step, mark, ...from }, platform.clock.now()) };
}

/** Begins the session of an account that has proved itself. @throws signInWrong when there is no agent behind it any more */
export async function enter(deps: Deps, accountId: string, client: Client): Promise<Begun> {
  const { token } = await deps.accounts.begin(accountId, client);
  const begun = await begin(deps, token, client);
  if (!begun) throw signInWrong();
  return begun;
}

/** What a fresh session leads to; one that leads to nobody is ended. */
async function begin({ platform, accounts, access }: Deps, token: string, { ip }: Client): Promise<Begun | null> {
  const who = await access.ofToken(token);
  if (!who) {
    await accounts.end(token);
    return null;
  }
  const ctx = makeCtx(platform, who.viewer, { kind: 'agent', id: who.agentId, name: who.name, ip });
  await ctx.transaction((tx) => ctx.append(tx, agentSignedIn({ agentId: who.agentId, sessionId: who.sessionId })));
  return { token, who, ctx };
}

/** Ends one of one's own sessions; it is refused from this moment on. @throws notFound for a session of nobody or somebody else */
export async function revokeSession(ctx: Ctx, deps: Deps, who: AgentAccess, sessionId: string): Promise<void> {
  const sessions = await deps.accounts.sessions(who.accountId);
  const session = sessions.find(({ id }) => id === sessionId);
  if (!session) throw notFound();
  const because = sessionId === who.sessionId ? 'signed_out' : 'revoked';
  await deps.accounts.end(session.token);
  deps.access.changed({ workspaceId: who.viewer.workspaceId, agentId: who.agentId, sessionId });
  await ctx.transaction((tx) => ctx.append(tx, sessionRevoked({ agentId: who.agentId, sessionId, because })));
}

/** Changes one's own password and ends every other session. @throws passwordWrong when the present one is not right */
export async function changePassword(ctx: Ctx, deps: Deps, who: AgentAccess, wish: { current: string; password: string }): Promise<void> {
  const { accounts, access } = deps;
  if (!(await accounts.isPassword(who.accountId, wish.current))) throw passwordWrong();
  await accounts.setPassword(who.accountId, await accounts.hash(wish.password));
  for (const { id, token } of await accounts.sessions(who.accountId)) if (id !== who.sessionId) await accounts.end(token);
  access.changed({ workspaceId: who.viewer.workspaceId, agentId: who.agentId, sessionId: null });
  await ctx.transaction((tx) =>
    ctx.append(tx, [
      agentUpdated({ agentId: who.agentId, changed: ['password'], role: who.role }),
      sessionRevoked({ agentId: who.agentId, sessionId: null, because: 'password_changed' }),
    ]),
  );
}
