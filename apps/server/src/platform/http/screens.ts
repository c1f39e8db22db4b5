import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from './refusal.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};
const YEAR = 'public, max-age=31536000, immutable';

/** Sends a built file, compressed where the build left a `.br` or `.gz` beside it and the browser takes it. @throws notFound */
export function sendBuilt(request: FastifyRequest, reply: FastifyReply, folder: string, name: string, cacheControl: string): FastifyReply {
  const path = normalize(join(folder, name));
  const type = TYPES[extname(path)];
  if (!path.startsWith(folder) || !type || !existsSync(path) || !statSync(path).isFile()) throw notFound();
  const accepts = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gz'] as const).find((kind) => accepts.includes(kind === 'gz' ? 'gzip' : 'br') && existsSync(`${path}.${kind}`));
  if (encoding) reply.header('content-encoding', encoding === 'gz' ? 'gzip' : 'br');
  const file = encoding ? `${path}.${encoding}` : path;
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  reply.header('vary', 'accept-encoding').header('cache-control', cacheControl).header('etag', etag).type(type);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.header('content-length', size).send(createReadStream(file));
}

type Dist = { desk: string; messenger: string };

/**
 * Serves the desk (one page for all its addresses) and the messenger's script. `dist`: where each app's build lies; `home`: where
 * whoever names nothing but the host wants to go.
 */
export function screensRoutes(app: FastifyInstance, dist: Dist, home: (request: FastifyRequest) => Promise<string>): void {
  const open = { config: { permit: 'public' }, schema: { hide: true } };
  app.get('/', open, async (request, reply) => reply.redirect(await home(request)));
  app.get('/desk', open, async (_request, reply) => reply.redirect('/desk/'));
  app.get<{ Params: { '*': string } }>('/desk/*', open, async (request, reply) => {
    const name = request.params['*'];
    if (name.startsWith('assets/')) return sendBuilt(request, reply, dist.desk, name, YEAR);
    if (extname(name) !== '') return sendBuilt(request, reply, dist.desk, name, 'no-cache');
    reply.header(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https://stickershop.line-scdn.net; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    );
    return sendBuilt(request, reply, dist.desk, 'index.html', 'no-cache');
  });
  app.get('/favicon.ico', open, async (request, reply) => sendBuilt(request, reply, dist.desk, 'icon.svg', 'public, max-age=86400'));
  app.get('/messenger.js', open, async (request, reply) =>
    sendBuilt(request, reply, dist.messenger, 'messenger.js', 'public, max-age=300'),
  );
}
