import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { knowledgeVersion } from '../knowledge/help-center.queries.ts';
import { makeShortCache } from '../platform/cache/short-cache.ts';
import { asPage } from './portal.replies.ts';
import type { Site } from './portal.site.ts';

/** What a page was made to be: its text, which article it shows if it shows one, or the address that it has moved to. */
export type Made = { text: string; articleId?: string } | { movedTo: string };
type Kept =
  | { text: string; etag: string; articleId?: string; br: () => Promise<Buffer>; gzip: () => Promise<Buffer> }
  | { movedTo: string };

const CACHED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
/** What depends on more than is asked for each time (related articles, how frequent a question is) may be so old. */
const KEPT_MS = 60_000;
const MOST_PAGES = 300;
/** A smaller answer is not worth compressing. */
const WORTH_COMPRESSING = 1400;
const BROTLI = { params: { [zlib.BROTLI_PARAM_QUALITY]: 5, [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT } };

export type SharedPages = ReturnType<typeof sharedPages>;

/**
 * Sends pages that are the same for everybody. A page is made once and kept until an article, a setting or the opening of the office
 * changes, which is asked each time in one short statement: a reader never gets an old page. Browsers ask each time whether it changed
 * (304, no body); caches in between keep it for a minute. Its tag is made from its text.
 */
export function sharedPages() {
  const cache = makeShortCache<Kept>({ ttlMs: KEPT_MS, max: MOST_PAGES });

  async function keep(make: () => Promise<Made>): Promise<Kept> {
    const made = await make();
    if ('movedTo' in made) return made;
    const { text, articleId } = made;
    return {
      text,
      articleId,
      etag: `W/"${createHash('sha1').update(text).digest('base64url')}"`,
      br: once(() => promisify(brotliCompress)(text, BROTLI)),
      gzip: once(() => promisify(gzip)(text)),
    };
  }

  /** Answers with what `make` gives for this address. `type`: another than HTML. Resolves with the article that was shown, if one was. */
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    site: Site,
    make: () => Promise<Made>,
    type?: string,
  ): Promise<{ articleId?: string }> => {
    const { workspace, origin, messenger, formOpen, now } = site.page;
    const year = new Date(now).getUTCFullYear();
    const version = await knowledgeVersion(site.ctx);
    const path = request.url.split('?')[0];
    const key = JSON.stringify([path, site.workspaceId, site.readers, workspace, origin, messenger, formOpen, year, version]);
    const kept = await cache.get(key, () => keep(make));
    if ('movedTo' in kept) {
      reply.redirect(kept.movedTo, 301);
      return {};
    }
    if (type) reply.type(type);
    else asPage(reply);
    await send(request, reply, kept);
    return { articleId: kept.articleId };
  };
}

async function send(request: FastifyRequest, reply: FastifyReply, kept: Exclude<Kept, { movedTo: string }>): Promise<void> {
  reply.header('cache-control', CACHED).header('etag', kept.etag).header('vary', 'accept-encoding');
  if (isKnown(request.headers['if-none-match'], kept.etag)) return void reply.code(304).removeHeader('content-type').send();
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((kind) => new RegExp(`\\b${kind}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted));
  if (!encoding || kept.text.length < WORTH_COMPRESSING) return void reply.send(kept.text);
  reply.header('content-encoding', encoding).send(await kept[encoding]());
}

/** Weak comparison (RFC 9110, 13.1.2): proxies may have made the tag weak. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2)));

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
