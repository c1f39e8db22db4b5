import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { forbidden, notSignedIn, originRefused } from '../../platform/http/refusal.ts';
import { readMe } from '../agents.queries.ts';
import type { AgentAccess } from '../agents.types.ts';
import type { Access } from './access.ts';
import type { Client } from './accounts.ts';
import { provenance } from './authorize.ts';
import { setToken, tokenOf } from './cookie.ts';
import type { Begun } from './sessions.commands.ts';

/** What the routes of signing in share: who sits before the screen, and the cookie of a new session. */
export const makeExchange = ({ access, publicUrl }: { access: Access; publicUrl: string | null }) => ({
  /** These routes are about the one who sits before the screen: an API key is nobody. @throws forbidden · notSignedIn */
  async whoIs(ctx: Ctx, request: FastifyRequest): Promise<AgentAccess> {
    if (ctx.actor.kind !== 'agent') throw forbidden();
    const who = await access.ofToken(tokenOf(request) ?? '');
    if (!who) throw notSignedIn();
    return who;
  },
  async welcome({ token, who, ctx }: Begun, { request, reply }: { request: FastifyRequest; reply: FastifyReply }) {
    setToken(request, reply, publicUrl, token);
    return readMe(ctx, who.agentId);
  },
  /** Another site must not sign a browser in as somebody of its choice. @throws originRefused */
  refuseForeign(request: FastifyRequest): void {
    if (provenance(request, publicUrl) === 'foreign') throw originRefused();
  },
});

export const clientOf = (request: FastifyRequest): Client => ({
  ip: request.ip,
  userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
});
