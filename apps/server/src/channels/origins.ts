import type { FastifyReply, FastifyRequest } from 'fastify';
import { originRefused } from '../platform/http/refusal.ts';

/**
 * Whether a page may use an inbox: this server's own pages always, others when the inbox names their origin. Programs send no origin:
 * what they may do is decided by their token.
 */
export function originAllowed(request: FastifyRequest, allowedOrigins: readonly string[]): boolean {
  const { origin } = request.headers;
  if (!origin) return true;
  return (
    origin === `${request.protocol}://${request.host}` ||
    allowedOrigins.some((allowed) => URL.canParse(allowed) && new URL(allowed).origin === origin)
  );
}

/**
 * Answers a browser's question whether a page may read us (CORS): it may, whatever we say. A page that is refused, or whose inbox is paused,
 * could not tell that from being offline otherwise. What may be done is decided by `admitOrigin`.
 */
export function letPagesRead(request: FastifyRequest, reply: FastifyReply): void {
  const { origin } = request.headers;
  reply.header('vary', 'origin');
  if (!origin) return;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-expose-headers', 'retry-after');
  if (request.method === 'OPTIONS') {
    reply.header('access-control-allow-methods', 'GET, POST, PUT');
    reply.header('access-control-allow-headers', 'authorization, content-type');
    reply.header('access-control-max-age', '3600');
  }
}

/** @throws originRefused when the inbox does not name the page's origin */
export function admitOrigin(request: FastifyRequest, allowedOrigins: readonly string[]): void {
  if (!originAllowed(request, allowedOrigins)) throw originRefused();
}
