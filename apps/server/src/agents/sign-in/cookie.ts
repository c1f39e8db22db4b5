import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_DAYS } from './accounts.ts';

const NAME = 'madoguchi_session';

/** The session token a request carries, if it looks like one. */
export function tokenOf(request: FastifyRequest): string | null {
  const token = request.cookies[NAME];
  return token && /^\w{32}$/.test(token) ? token : null;
}

/** No script reads it, no other site's form sends it, and where the page came over https it never travels without. */
const attributes = (request: FastifyRequest, publicUrl: string | null) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false),
  }) as const;

export function setToken(request: FastifyRequest, reply: FastifyReply, publicUrl: string | null, token: string): void {
  reply.setCookie(NAME, token, { ...attributes(request, publicUrl), maxAge: SESSION_DAYS * 86_400 });
}

export function clearToken(request: FastifyRequest, reply: FastifyReply, publicUrl: string | null): void {
  reply.clearCookie(NAME, attributes(request, publicUrl));
}
