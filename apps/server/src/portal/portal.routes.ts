import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NO_CATEGORY } from '../../../portal/src/links.ts';
import type { ArticleLink, ArticleSummary } from '../../../portal/src/models.ts';
import type { VisitorTokens } from '../channels/chat/chat.types.ts';
import { findArticles, relatedArticles } from '../knowledge/find-articles.queries.ts';
import { articleBySlug, mostHelpful, publishedArticles, publishedCategories } from '../knowledge/help-center.queries.ts';
import { rateArticle } from '../knowledge/knowledge.commands.ts';
import type { KnowledgeSearch, PublishedArticle } from '../knowledge/knowledge.types.ts';
import type { Platform } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { problemOf } from '../platform/http/problems.ts';
import { sendBuilt } from '../platform/http/screens.ts';
import { contactRoutes } from './contact.routes.ts';
import { inquiryRoutes } from './inquiry.routes.ts';
import { portalPages } from './portal.pages.ts';
import { open, type PortalParts } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';
import { BASE, type Site, siteFinder } from './portal.site.ts';

type Deps = {
  platform: Platform;
  search: KnowledgeSearch;
  tokens: VisitorTokens;
  links: FileLinks;
  dist: string;
  publicUrl: string | null;
};

const POPULAR = 6;
const FOUND = 10;
const RELATED = 4;
const VOTED_COOKIE = 'madoguchi_voted';
const YEAR_IN_SECONDS = 31_536_000;

const toLink = ({ slug, question }: PublishedArticle): ArticleLink => ({ slug, question });
const toSummary = ({ slug, question, category, answer }: PublishedArticle): ArticleSummary => ({ slug, question, category, answer });

/** Every page twice: Japanese under /help, English under /help/en. */
export function portalRoutes(root: FastifyInstance, deps: Deps): void {
  const { platform, search, tokens, links, dist, publicUrl } = deps;
  const parts: PortalParts = { platform, pages: portalPages(dist), findSite: siteFinder(platform, publicUrl), tokens, links };

  root.register(async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    app.get<{ Params: { name: string } }>(`${BASE}/assets/:name`, open, async (request, reply) =>
      sendBuilt(request, reply, dist, request.params.name, 'public, max-age=300'),
    );
    for (const locale of ['ja', 'en'] as const) {
      const prefix = locale === 'en' ? `${BASE}/en` : BASE;
      app.register(
        async (pages) => {
          answerInPages(pages, parts, locale);
          readingRoutes(pages, parts, search, locale);
          contactRoutes(pages, parts, locale);
          inquiryRoutes(pages, parts, locale);
        },
        { prefix },
      );
    }
    app.get(`${BASE}/ja`, open, async (_request, reply) => reply.redirect(BASE));
  });
}

const popularOf = (site: Site, locale: Locale) =>
  site.ctx.transaction(async (tx) => ({
    popular: (await mostHelpful(tx, site.workspaceId, locale, POPULAR)).map(toLink),
    categories: await publishedCategories(tx, site.workspaceId, locale),
  }));

/** Errors as pages a person can read, with a way on. */
function answerInPages(app: FastifyInstance, { pages, findSite }: PortalParts, locale: Locale): void {
  const answer = async (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const { status } = problemOf(error);
    if (status >= 500) request.log.error({ error: error.message, stack: error.stack }, 'page failed');
    const site = await findSite(request, locale).catch(() => null);
    const { renderError, renderNotFound } = await pages();
    if (site && status === 404) {
      const html = renderNotFound({ ...site.page, ...(await popularOf(site, locale)) });
      return sendPage(reply, html, site.page, 404);
    }
    const base = site?.page ?? {
      locale,
      origin: '',
      base: BASE,
      now: new Date(),
      cspNonce: '',
      assets: { styles: `${BASE}/assets/portal.css`, script: `${BASE}/assets/enhance.js` },
      messenger: null,
      formOpen: false,
    };
    return sendPage(
      reply,
      renderError({ ...base, workspace: site?.page.workspace ?? null, status, reference: status >= 500 ? String(request.id) : null }),
      base,
      status,
    );
  };
  app.setErrorHandler(answer);
  app.get('/*', open, async () => {
    throw Object.assign(new Error('no such page'), { statusCode: 404 });
  });
}

function readingRoutes(app: FastifyInstance, { pages, findSite }: PortalParts, search: KnowledgeSearch, locale: Locale): void {
  const slugPath = '/articles/:slug';

  app.get('/', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const { renderHome } = await pages();
    return sendPage(reply, renderHome({ ...site.page, ...(await popularOf(site, locale)) }), site.page);
  });

  app.get<{ Querystring: { q?: string } }>('/search', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const q = String(request.query.q ?? '')
      .trim()
      .slice(0, 500);
    const found = q ? await findArticles(site.ctx, search, q, { limit: FOUND, locale }) : [];
    const { renderSearch } = await pages();
    const html = renderSearch({
      ...site.page,
      q,
      results: found.map(({ article }) => toSummary(article)),
      ...(await popularOf(site, locale)),
    });
    return sendPage(reply, html, site.page);
  });

  app.get<{ Params: { name: string } }>('/categories/:name', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const name = request.params.name === NO_CATEGORY ? '' : request.params.name;
    const articles = await site.ctx.transaction((tx) => publishedArticles(tx, site.workspaceId, { locale, category: name }));
    if (articles.length === 0) throw Object.assign(new Error('no such category'), { statusCode: 404 });
    const { categories } = await popularOf(site, locale);
    const { renderCategory } = await pages();
    return sendPage(reply, renderCategory({ ...site.page, name, articles: articles.map(toSummary), categories }), site.page);
  });

  const articleAt = async (site: Site, slug: string) => {
    const article = await site.ctx.transaction((tx) => articleBySlug(tx, site.workspaceId, locale, slug));
    if (!article) throw Object.assign(new Error('no such article'), { statusCode: 404 });
    return article;
  };

  app.get<{ Params: { slug: string }; Querystring: { feedback?: string } }>(slugPath, open, async (request, reply) => {
    const site = await findSite(request, locale);
    const article = await articleAt(site, request.params.slug);
    if (article.slug !== request.params.slug) return reply.redirect(article.url, 301);
    const other = await site.ctx.transaction((tx) => articleBySlug(tx, site.workspaceId, locale === 'ja' ? 'en' : 'ja', article.slug));
    const related = await relatedArticles(site.ctx, search, article, RELATED);
    const { feedback } = request.query;
    const { renderArticle } = await pages();
    const html = renderArticle({
      ...site.page,
      article: { ...toSummary(article), updatedAt: article.updatedAt },
      related: related.map(toLink),
      otherLanguageSlug: other?.slug === article.slug ? other.slug : null,
      feedback: feedback === 'yes' || feedback === 'no' ? feedback : null,
    });
    return sendPage(reply, html, site.page);
  });

  const vote = { ...open, config: { ...open.config, rateLimit: { max: 30, timeWindow: '1 minute' } } };
  app.post<{ Params: { slug: string }; Body: { helpful?: string } | undefined }>(`${slugPath}/feedback`, vote, async (request, reply) => {
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
