import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { forbidden, notSignedIn, originRefused } from '../../platform/http/refusal.ts';
import type { Permit } from '../../platform/http/routes.ts';
import type { Permission } from '../agents.permissions.ts';
import type { AgentAccess, KeyAccess } from '../agents.types.ts';
import type { Access } from './access.ts';
import { tokenOf } from './cookie.ts';
import { provenanceOf } from './origin.rules.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^Bearer (mdg_[\w-]{43})$/;

/** Turns the session cookie or the API key of a request into the Ctx of its work. */
export function makeAgentAuthorizer({
  platform,
  access,
  publicUrl = null,
}: {
  platform: Platform;
  access: Access;
  publicUrl?: string | null;
}) {
  /**
   * For `permit` 'signed_in' any agent or key will do; any other permit is a permission their role must have.
   * @throws notSignedIn · forbidden · originRefused for an unsafe request with a cookie that no page of ours sent
   */
  return async function authorizeAgent(request: FastifyRequest, permit: Permit): Promise<Ctx> {
    const who = await whoAsks(request, access, publicUrl);
    if (!who) throw notSignedIn();
    if (permit !== 'signed_in' && !who.permissions.has(permit as Permission)) throw forbidden();
    const may = (wanted: string) => who.permissions.has(wanted as Permission);
    return makeCtx(platform, who.viewer, { ...actorOf(who), ip: request.ip }, may);
  };
}

async function whoAsks(request: FastifyRequest, access: Access, publicUrl: string | null): Promise<AgentAccess | KeyAccess | null> {
  const { authorization } = request.headers;
  // A key is sent on purpose, a cookie by itself: where both are, the key was meant.
  if (authorization !== undefined) {
    const secret = KEY.exec(authorization)?.[1];
    return secret ? access.ofKey(secret) : null;
  }
  const token = tokenOf(request);
  if (!token) return null;
  if (!SAFE_METHODS.has(request.method) && provenance(request, publicUrl) !== 'same') throw originRefused();
  return access.ofToken(token);
}

const actorOf = (who: AgentAccess | KeyAccess): Actor =>
  who.kind === 'agent' ? { kind: 'agent', id: who.agentId, name: who.name } : { kind: 'api', id: who.keyId, name: who.name };

/**
 * The agent behind the session cookie of a request, for sockets: null for nobody, for an API key and for a page of another site.
 * A program that is no browser sends no Origin and may connect.
 */
export async function agentOfRequest(
  access: Access,
  request: FastifyRequest,
  publicUrl: string | null = null,
): Promise<AgentAccess | null> {
  const token = tokenOf(request);
  if (!token || provenance(request, publicUrl) === 'foreign') return null;
  return access.ofToken(token);
}

/** Where a request says it comes from; the address people use counts as ours whatever a proxy made of the Host header. */
export const provenance = (request: FastifyRequest, publicUrl: string | null) =>
  provenanceOf({
    origin: request.headers.origin,
    secFetchSite: request.headers['sec-fetch-site'] as string | undefined,
    hosts: [request.host, ...(publicUrl ? [new URL(publicUrl).host] : [])],
  });
