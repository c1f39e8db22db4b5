import * as contract from '@madoguchi/contract/agents.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { updateMe } from '../agents.commands.ts';
import { readMe } from '../agents.queries.ts';
import { goOnToProvider } from '../single-sign-on/sign-out.routes.ts';
import { clearToken, setToken, tokenOf } from './cookie.ts';
import { clientOf, makeExchange } from './exchange.ts';
import { changePassword, revokeSession, signIn } from './sessions.commands.ts';
import { isSetupNeeded, runSetup } from './setup.commands.ts';
import type { SignInDeps } from './sign-in.types.ts';
import type { Tries } from './tries.ts';

/** Signing in and out, who I am, my sessions, and the first setup. */
export function signInRoutes(app: FastifyInstance, deps: SignInDeps, tries: Tries): void {
  const { platform, accounts, access, publicUrl } = deps;
  const { whoIs, welcome, refuseForeign } = makeExchange(deps);

  serve(app, contract.signIn, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    const begun = await tries.signIn({ ip: request.ip, email: body.email }, reply, () => signIn(deps, body, clientOf(request)));
    return 'step' in begun ? begun : welcome(begun, { request, reply });
  });
  serve(app, contract.signOut, 'signed_in', async (ctx, { request, reply }) => {
    const who = await whoIs(ctx, request);
    const goOn = await goOnToProvider(deps, who, { request, reply });
    await revokeSession(ctx, deps, who, who.sessionId);
    clearToken(request, reply, publicUrl);
    return { next: await goOn() };
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
