import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance } from 'fastify';
import { NO_CATEGORY } from '../../../portal/src/links.ts';
import { categoryInOtherLanguage, publishedArticles } from '../knowledge/help-center.queries.ts';
import { foundOf } from './found.ts';
import { noSuchPage, open, type PortalParts, toSummary } from './portal.parts.ts';

/** Answers on the FAQ page. */
const FREQUENT = 24;

/** The front page, the FAQ and the categories: the same for everybody. */
export function readingRoutes(app: FastifyInstance, parts: PortalParts, locale: Locale): void {
  const { pages, findSite, frequent, share } = parts;

  app.get('/', open, async (request, reply) => {
    const site = await findSite(request, locale);
    await share(request, reply, site, async () => {
      const { renderHome } = await pages();
      return { text: renderHome({ ...site.page, ...(await foundOf(parts, site, locale)) }) };
    });
    return reply;
  });

  app.get('/faq', open, async (request, reply) => {
    const site = await findSite(request, locale);
    await share(request, reply, site, async () => {
      const groups = Map.groupBy((await frequent(site, locale, FREQUENT)).map(toSummary), ({ category }) => category);
      const { renderFaq } = await pages();
      return { text: renderFaq({ ...site.page, groups: [...groups].map(([name, articles]) => ({ name, articles })) }) };
    });
    return reply;
  });

  app.get<{ Params: { name: string } }>('/categories/:name', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const name = request.params.name === NO_CATEGORY ? '' : request.params.name;
    if (name.includes('\0')) throw noSuchPage();
    await share(request, reply, site, async () => {
      const { articles, otherLanguageName } = await site.ctx.transaction(async (tx) => ({
        articles: await publishedArticles(tx, site.readers, { locale, category: name }),
        otherLanguageName: await categoryInOtherLanguage(tx, site.readers, locale, name),
      }));
      const { categories } = await foundOf(parts, site, locale);
      if (!categories.some((one) => one.name === name)) throw noSuchPage();
      const { renderCategory } = await pages();
      return { text: renderCategory({ ...site.page, name, articles: articles.map(toSummary), categories, otherLanguageName }) };
    });
    return reply;
  });
}
