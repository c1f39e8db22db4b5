import type { FastifyReply } from 'fastify';
import { FRAME_ORIGINS } from '../../../portal/src/markdown/video.ts';

type Wish = {
  status?: number;
  /** Origins that may show the page in a frame. */
  framedBy?: readonly string[];
};

/**
 * What a browser may load. No script stands in a page itself, so no nonce is needed and a page may be kept and shared; styles may, because
 * the brand's colors and the messenger's own styles do.
 */
function policy(framedBy: readonly string[]): string {
  const ancestors = framedBy.length > 0 ? `'self' ${framedBy.join(' ')}` : "'none'";
  return `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src 'self' https:; frame-src ${FRAME_ORIGINS.join(' ')}; connect-src 'self' ws: wss:; object-src 'none'; frame-ancestors ${ancestors}; base-uri 'none'; form-action 'self'`;
}

/** Makes an answer an HTML page with its policy; its text is still to be sent. */
export const asPage = (reply: FastifyReply, { status = 200, framedBy = [] }: Wish = {}) =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy(framedBy))
    .header('referrer-policy', 'strict-origin-when-cross-origin');

/** Sends a page that is for whoever asked: kept by nobody. */
export const sendPage = (reply: FastifyReply, html: string, wish: Wish = {}) =>
  asPage(reply, wish).header('cache-control', 'private, no-cache').send(html);
