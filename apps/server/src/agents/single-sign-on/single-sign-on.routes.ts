import * as contract from '@madoguchi/contract/single-sign-on.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import { singleSignOnRefused } from '../agents.errors.ts';
import { setToken } from '../sign-in/cookie.ts';
import { clientOf, makeExchange } from '../sign-in/exchange.ts';
import type { SignInDeps } from '../sign-in/sign-in.types.ts';
import type { Tries } from '../sign-in/tries.ts';
import { domainOf } from './claims.rules.ts';
import { type Ended, finishRound } from './enter.commands.ts';
import { CALLBACK, originOf, placesOf } from './places.ts';
import { SingleSignOnRefused } from './refused.ts';
import { startRound } from './rounds.ts';
import { changeSingleSignOn, readSingleSignOn, unlinkSingleSignOn } from './settings.commands.ts';
import { workspaceFor } from './settings.queries.ts';
import { signOutRoutes } from './sign-out.routes.ts';

const COOKIE = 'madoguchi_single';
const SETTINGS = '/desk/settings/single-sign-on';

/** Signing in by the workspace's identity provider, and setting that up. */
export function singleSignOnRoutes(app: FastifyInstance, deps: SignInDeps, tries: Tries): void {
  const { platform, publicUrl, log } = deps;
  const rounds = { ...deps, ...deps.single };
  const { whoIs, refuseForeign } = makeExchange(deps);
  const redirectUri = (request: FastifyRequest) => `${originOf(request, publicUrl)}${CALLBACK}`;
  const cookie = (request: FastifyRequest) =>
    ({ path: CALLBACK, httpOnly: true, sameSite: 'lax', secure: redirectUri(request).startsWith('https:') }) as const;

  async function begin(wish: Omit<Parameters<typeof startRound>[1], 'redirectUri'>, request: FastifyRequest, reply: FastifyReply) {
    try {
      const { url, browser } = await startRound(rounds, { ...wish, redirectUri: redirectUri(request) });
      reply.setCookie(COOKIE, browser, { ...cookie(request), maxAge: 600 });
      return { url };
    } catch (error) {
      if (!(error instanceof SingleSignOnRefused)) throw error;
      log.warn({ because: error.because, cause: String(error.cause ?? '') }, 'single sign-on could not begin');
      throw singleSignOnRefused({ failure: error.because });
    }
  }

  signOutRoutes(app, deps, tries);
  serve(app, contract.signInOptions, 'public', async (_ctx, { query, request, reply }) => {
    tries.begin(request.ip, reply);
    const found = await workspaceFor(platform, query.domain);
    return { singleSignOn: found && { label: found.label } };
  });
  serve(app, contract.beginSingleSignOn, 'public', async (_ctx, { body, request, reply }) => {
    refuseForeign(request);
    tries.begin(request.ip, reply);
    const found = await workspaceFor(platform, domainOf(body.email));
    if (!found) throw singleSignOnRefused({ failure: 'off' });
    return begin({ workspaceId: found.workspaceId, email: body.email, next: body.next, testerId: null }, request, reply);
  });
  app.get(CALLBACK, {
    config: { permit: 'public' },
    // For browsers on their way back from the identity provider: no program asks it.
    schema: { hide: true },
    handler: async (request, reply) => {
      const browser = request.cookies[COOKIE];
      reply.clearCookie(COOKIE, cookie(request)).header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      try {
        const query = new URL(request.url, 'http://x').searchParams.toString();
        const ended = await finishRound(rounds, { query, browser }, clientOf(request));
        if ('begun' in ended) setToken(request, reply, publicUrl, ended.begun.token);
        return reply.redirect(placeAfter(ended), 302);
      } catch (error) {
        if (!(error instanceof SingleSignOnRefused)) throw error;
        log.warn({ because: error.because, cause: String(error.cause ?? '') }, 'single sign-on was refused');
        return reply.redirect(`/desk/sign-in?single=${error.because}`, 302);
      }
    },
  });

  const read = (ctx: Ctx, request: FastifyRequest) => readSingleSignOn(ctx, placesOf(originOf(request, publicUrl), ctx.viewer.workspaceId));
  serve(app, contract.getSingleSignOn, 'workspace.manage', (ctx, { request }) => read(ctx, request));
  serve(app, contract.putSingleSignOn, 'workspace.manage', async (ctx, { body, request }) => {
    await changeSingleSignOn(ctx, deps.single, body);
    return read(ctx, request);
  });
  serve(app, contract.testSingleSignOn, 'workspace.manage', async (ctx, { request, reply }) => {
    const { agentId, viewer } = await whoIs(ctx, request);
    return begin({ workspaceId: viewer.workspaceId, email: '', next: SETTINGS, testerId: agentId }, request, reply);
  });
  serve(app, contract.unlinkSingleSignOn, 'agent.manage', async (ctx, { params }) => {
    await unlinkSingleSignOn(ctx, params.id);
    return undefined;
  });
}

/** The token of a second step stands behind the #, where no server and no log sees it. */
function placeAfter(ended: Ended): string {
  if ('tested' in ended) return `${SETTINGS}?tested=${ended.tested.failure ?? 'ok'}`;
  if ('begun' in ended) return ended.next;
  const { step, token } = ended.due;
  return `/desk/sign-in?next=${encodeURIComponent(ended.next)}#step=${step}&token=${encodeURIComponent(token)}`;
}
