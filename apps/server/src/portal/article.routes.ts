import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance } from 'fastify';
import { pathToCategory } from '../knowledge/categories/categories.queries.ts';
import { relatedArticles } from '../knowledge/find-articles.queries.ts';
import { articleBySlug } from '../knowledge/help-center.queries.ts';
import { rateArticle } from '../knowledge/knowledge.commands.ts';
import { articleMovedFrom } from '../knowledge/life/addresses.queries.ts';
import { noSuchPage, open, type PortalParts, toLink, toSummary } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';
import { BASE, type Site } from './portal.site.ts';
import type { Made } from './shared-pages.ts';

const RELATED = 4;
const VOTED_COOKIE = 'madoguchi_voted';
const YEAR_IN_SECONDS = 31_536_000;
const PATH = '/articles/:slug';

/** An article, and the reader's word on whether it helped. */
export function articleRoutes(app: FastifyInstance, { pages, findSite, search, tally, share }: PortalParts, locale: Locale): void {
  const articleAt = async (site: Site, slug: string) => {
    const article = await site.ctx.transaction(
      async (tx) => (await articleBySlug(tx, site.readers, locale, slug)) ?? (await articleMovedFrom(tx, site.readers, locale, slug)),
    );
    if (!article) throw noSuchPage();
    return article;
  };

  const make = async (site: Site, slug: string, feedback: 'yes' | 'no' | null): Promise<Made> => {
    const article = await articleAt(site, slug);
    if (article.slug !== slug || article.locale !== locale) return { movedTo: article.url };
    const other = await site.ctx.transaction((tx) => articleBySlug(tx, site.readers, locale === 'ja' ? 'en' : 'ja', slug));
    const related = await relatedArticles(site.ctx, search, site.readers, article, RELATED);
    const categoryPath = await site.ctx.transaction((tx) => pathToCategory(tx, site.workspaceId, locale, article.category));
    const { renderArticle } = await pages();
    const text = renderArticle({
      ...site.page,
      article: { ...toSummary(article), publishedAt: article.publishedAt, updatedAt: article.updatedAt },
      categoryPath,
      related: related.map(toLink),
      otherLanguageSlug: other?.slug === slug ? other.slug : null,
      feedback,
    });
    return { text, articleId: article.id };
  };

  app.get<{ Params: { slug: string }; Querystring: { feedback?: string } }>(PATH, open, async (request, reply) => {
    const site = await findSite(request, locale);
    const feedback = (['yes', 'no'] as const).find((answer) => answer === request.query.feedback) ?? null;
    // Coming back from the vote is a page of one's own, and not reading again.
    if (feedback) {
      const made = await make(site, request.params.slug, feedback);
      return 'movedTo' in made ? reply.redirect(made.movedTo, 301) : sendPage(reply, made.text);
    }
    const { articleId } = await share(request, reply, site, () => make(site, request.params.slug, null));
    if (articleId && request.method === 'GET') tally.view(site.ctx, articleId, request.headers);
    return reply;
  });

  const vote = { ...open, config: { ...open.config, rateLimit: { max: 30, timeWindow: '1 minute' } } };
  app.post<{ Params: { slug: string }; Body: { helpful?: string } | undefined }>(`${PATH}/feedback`, vote, async (request, reply) => {
    const site = await findSite(request, locale);
    const article = await articleAt(site, request.params.slug);
    const helpful = request.body?.helpful === 'yes';
    const voted = String(request.cookies[VOTED_COOKIE] ?? '')
      .split('.')
      .filter(Boolean);
    const mark = article.id.slice(-8);
    if (!voted.includes(mark)) {
      await rateArticle(site.ctx, article.id, helpful);
      reply.setCookie(VOTED_COOKIE, [...voted, mark].slice(-100).join('.'), {
        path: BASE,
        httpOnly: true,
        sameSite: 'lax',
        maxAge: YEAR_IN_SECONDS,
      });
    }
    return reply.redirect(`${article.url}?feedback=${helpful ? 'yes' : 'no'}#feedback`, 303);
  });
}
