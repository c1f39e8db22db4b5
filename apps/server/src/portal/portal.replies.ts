import type { FastifyReply } from 'fastify';
import type { PageModel } from '../../../portal/src/models.ts';

/** Sends a page with what a browser may load from it. `framedBy`: origins that may show it in a frame. */
export function sendPage(
  reply: FastifyReply,
  html: string,
  { cspNonce }: Pick<PageModel, 'cspNonce'>,
  status = 200,
  framedBy: readonly string[] = [],
) {
  const ancestors = framedBy.length > 0 ? `'self' ${framedBy.join(' ')}` : "'none'";
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'self'; script-src 'self' 'nonce-${cspNonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src 'self' https:; connect-src 'self' ws: wss:; frame-ancestors ${ancestors}; base-uri 'none'; form-action 'self'`,
    )
    .header('cache-control', 'no-cache')
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    .send(html);
}
