import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { passwordWrong, signInWrong } from '../agents.errors.ts';
import { agentSignedIn, agentUpdated, sessionRevoked } from '../agents.events.ts';
import type { AgentAccess } from '../agents.types.ts';
import type { Access } from './access.ts';
import type { Accounts, Client } from './accounts.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access };

/** A session with its token, to be put into the cookie, and the Ctx of the agent it belongs to. */
export type Begun = { token: string; who: AgentAccess; ctx: Ctx };

/** Signs an agent in. @throws signInWrong, the same for an unknown e-mail, a wrong password and an agent who has left */
export async function signIn(deps: Deps, { email, password }: { email: string; password: string }, client: Client): Promise<Begun> {
  const session = await deps.accounts.signIn(email.trim(), password, client);
  const begun = session && (await begin(deps, session.token));
  if (!begun) throw signInWrong();
  return begun;
}

/** What a fresh session leads to; one that leads to nobody is ended. */
export async function begin({ platform, accounts, access }: Deps, token: string): Promise<Begun | null> {
  const who = await access.ofToken(token);
  if (!who) {
    await accounts.end(token);
    return null;
  }
  const ctx = makeCtx(platform, who.viewer, { kind: 'agent', id: who.agentId, name: who.name });
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
