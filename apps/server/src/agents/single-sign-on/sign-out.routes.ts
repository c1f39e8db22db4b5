import { id } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AgentAccess } from '../agents.types.ts';
import type { SignInDeps } from '../sign-in/sign-in.types.ts';
import type { Tries } from '../sign-in/tries.ts';
import { BACK_CHANNEL, originOf, placesOf, SIGNED_OUT } from './places.ts';
import { SingleSignOnRefused } from './refused.ts';
import { endByProvider, leave, leavingOf } from './sign-out.commands.ts';

const COOKIE = 'madoguchi_signed_out';
const MAX_BYTES = 32_000;
const workspace = id('wsp');
const tokenBody = z.object({ logout_token: z.string().max(16_000) });

const cookie = (request: FastifyRequest, publicUrl: string | null) =>
  ({ path: SIGNED_OUT, httpOnly: true, sameSite: 'lax', secure: originOf(request, publicUrl).startsWith('https:') }) as const;

/**
 * Looks up, before a session ends, what is to be ended at the provider with it; the function, called afterwards, tells where the browser
 * goes for that. Null where there is nothing to end, and where the provider cannot be asked: here it is ended in any case.
 */
export async function goOnToProvider(
  { platform, accounts, access, publicUrl, single, log }: SignInDeps,
  who: AgentAccess,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<() => Promise<string | null>> {
  const deps = { platform, accounts, access, ...single };
  const leaving = await leavingOf(deps, who);
  return async () => {
    if (!leaving) return null;
    try {
      const { signedOutUri } = placesOf(originOf(request, publicUrl), who.viewer.workspaceId);
      const left = await leave(deps, leaving, signedOutUri);
      if (left) reply.setCookie(COOKIE, left.state, { ...cookie(request, publicUrl), maxAge: 600 });
      return left?.url ?? null;
    } catch (error) {
      if (!(error instanceof SingleSignOnRefused)) throw error;
      log.warn({ because: error.because, cause: String(error.cause ?? '') }, 'the session at the provider could not be ended');
      return null;
    }
  };
}

/** Coming back from having signed out at the provider, and hearing from it that somebody was signed out. */
export function signOutRoutes(
  root: FastifyInstance,
  { platform, accounts, access, publicUrl, single, log }: SignInDeps,
  tries: Tries,
): void {
  root.get<{ Querystring: { state?: string } }>(SIGNED_OUT, {
    config: { permit: 'public' },
    // For browsers on their way back from the identity provider: no program asks it.
    schema: { hide: true },
    handler: async (request, reply) => {
      const state = request.cookies[COOKIE];
      const isOurs = state !== undefined && request.query.state === state;
      reply.clearCookie(COOKIE, cookie(request, publicUrl)).header('cache-control', 'no-store');
      return reply.redirect(isOurs ? '/desk/sign-in?signedOut=true' : '/desk/sign-in', 302);
    },
  });

  root.register(async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    app.post<{ Params: { workspaceId: string } }>(BACK_CHANNEL, {
      config: { permit: 'public' },
      bodyLimit: MAX_BYTES,
      schema: { hide: true },
      // As OpenID Connect Back-Channel Logout 1.0, 2.8 has it: 200 and nothing more, or 400.
      handler: async (request, reply) => {
        tries.told(request.ip, reply);
        reply.header('cache-control', 'no-store');
        const body = tokenBody.safeParse(request.body);
        try {
          const workspaceId = workspace.safeParse(request.params.workspaceId);
          if (!body.success || !workspaceId.success) throw new SingleSignOnRefused('token');
          await endByProvider({ platform, accounts, access, ...single }, workspaceId.data, body.data.logout_token);
          return await reply.code(200).send();
        } catch (error) {
          if (!(error instanceof SingleSignOnRefused)) throw error;
          log.warn({ because: error.because, cause: String(error.cause ?? '') }, 'a sign-out by the provider was refused');
          return reply.code(400).send({ error: 'invalid_request' });
        }
      },
    });
  });
}
