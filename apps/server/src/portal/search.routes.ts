import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance } from 'fastify';
import { decide } from '../bot/decide/decide.rules.ts';
import { findArticles } from '../knowledge/find-articles.queries.ts';
import type { Readers } from '../knowledge/knowledge.types.ts';
import { foundOf } from './found.ts';
import { open, type PortalParts, toSummary } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';

type Asked = { Querystring: { q?: string | string[] } };

const FOUND = 10;
const SUGGESTED = 6;
const LONGEST_QUESTION = 500;

const questionOf = (q: string | string[] | undefined): string =>
  String([q ?? ''].flat()[0])
    .trim()
    .slice(0, LONGEST_QUESTION)
    .toWellFormed();

/** The search page, and what to suggest while somebody is typing. */
export function searchRoutes(app: FastifyInstance, parts: PortalParts, locale: Locale): void {
  const { pages, findSite, search, suggestions, tally } = parts;

  /** Something always shares a character with a question: what counts as found is what the bot would at least offer. */
  const isAnswered = async ({ workspaceId, brandId }: Readers, q: string): Promise<boolean> =>
    decide(await search.search(workspaceId, q, { limit: 2, brandId })).decision !== 'handoff';

  app.get<Asked>('/search', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const q = questionOf(request.query.q);
    const found = q ? await findArticles(site.ctx, search, site.readers, q, { limit: FOUND, locale }) : [];
    tally.search(site.ctx, locale, q, q && (await isAnswered(site.readers, q)) ? found.length : 0, request.headers);
    const { renderSearch } = await pages();
    const results = found.map(({ article }) => toSummary(article));
    return sendPage(reply, renderSearch({ ...site.page, q, results, ...(await foundOf(parts, site, locale)) }));
  });

  app.get<Asked>('/suggest', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const found = await suggestions.suggest(site.readers, locale, questionOf(request.query.q), SUGGESTED);
    return reply.header('cache-control', 'public, max-age=60').header('x-robots-tag', 'noindex').send({ suggestions: found });
  });
}
