import * as contract from '@madoguchi/contract/agents.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import { forbidden, notSignedIn, originRefused } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { updateMe } from '../agents.commands.ts';
import { readMe } from '../agents.queries.ts';
import type { AgentAccess } from '../agents.types.ts';
import type { Access } from './access.ts';
import type { Accounts, Client } from './accounts.ts';
import { provenance } from './authorize.ts';
import { clearToken, setToken, tokenOf } from './cookie.ts';
import { type Begun, changePassword, revokeSession, signIn } from './sessions.commands.ts';
import { isSetupNeeded, runSetup } from './setup.commands.ts';
import { makeTries } from './tries.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access; publicUrl: string | null };
type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Signing in and out, who I am, my sessions, and the first setup. */
export function signInRoutes(app: FastifyInstance, deps: Deps): void {
  const { platform, accounts, access, publicUrl } = deps;
  const tries = makeTries();

  /** These routes are about the one who sits before the screen: an API key is nobody. */
  async function whoIs(ctx: Ctx, request: FastifyRequest): Promise<AgentAccess> {
    if (ctx.actor.kind !== 'agent') throw forbidden();
    const who = await access.ofToken(tokenOf(request) ?? '');
    if (!who) throw notSignedIn();
    return who;
  }
  async function welcome({ token, who, ctx }: Begun, { request, reply }: Exchange) {
    setToken(request, reply, publicUrl, token);
    return readMe(ctx, who.agentId);
  }
  /** Another site must not sign a browser in as somebody of its choice. */
  const refuseForeign = (request: FastifyRequest) => {
    if (provenance(request, publicUrl) === 'foreign') throw originRefused();
  };

  serve(app, contract.signIn, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    const begun = await tries.signIn({ ip: request.ip, email: body.email }, reply, () => signIn(deps, body, clientOf(request)));
    return welcome(begun, { request, reply });
  });
  serve(app, contract.signOut, 'signed_in', async (ctx, { request, reply }) => {
    const who = await whoIs(ctx, request);
    await revokeSession(ctx, deps, who, who.sessionId);
    clearToken(request, reply, publicUrl);
    return undefined;
  });

  serve(app, contract.getMe, 'signed_in', async (ctx, { request, reply }) => {
    const { agentId } = await whoIs(ctx, request);
    // The cookie lasts from the last visit on, as the session does.
    setToken(request, reply, publicUrl, tokenOf(request)!);
    return readMe(ctx, agentId);
  });
  serve(app, contract.updateMe, 'signed_in', async (ctx, { body, request }) => {
    const { agentId } = await whoIs(ctx, request);
    await updateMe(ctx, access, agentId, body);
    return readMe(ctx, agentId);
  });
  serve(app, contract.changePassword, 'signed_in', async (ctx, { body, request, reply }) => {
    const who = await whoIs(ctx, request);
    await tries.password(who.accountId, reply, () => changePassword(ctx, deps, who, body));
    return undefined;
  });

  serve(app, contract.listSessions, 'signed_in', async (ctx, { request }) => {
    const who = await whoIs(ctx, request);
    const sessions = await accounts.sessions(who.accountId);
    return {
      items: sessions.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => ({
        id,
        current: id === who.sessionId,
        userAgent,
        ip,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    };
  });
  serve(app, contract.revokeSession, 'signed_in', async (ctx, { params, request }) => {
    await revokeSession(ctx, deps, await whoIs(ctx, request), params.id);
    return undefined;
  });

  serve(app, contract.getSetup, 'public', async () => ({ needed: await isSetupNeeded(platform) }));
  serve(app, contract.runSetup, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    return welcome(await runSetup(deps, body, clientOf(request)), { request, reply });
  });
}

const clientOf = (request: FastifyRequest): Client => ({ ip: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) });
