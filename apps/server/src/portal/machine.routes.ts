import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance } from 'fastify';
import { publishedAddresses, recentlyPublished } from '../knowledge/help-center.queries.ts';
import { open, type PortalParts, toSummary } from './portal.parts.ts';
import { BASE } from './portal.site.ts';

const IN_FEED = 30;
const ROOTS = ['', '/en', '/brands/*', '/brands/*/en'];
const PERSONAL = ['search', 'suggest', 'inquiries/'];

/** The articles published last, for feed readers. */
export function feedRoutes(app: FastifyInstance, { pages, findSite, share }: PortalParts, locale: Locale): void {
  app.get('/feed.xml', open, async (request, reply) => {
    const site = await findSite(request, locale);
    const make = async () => {
      const recent = await site.ctx.transaction((tx) => recentlyPublished(tx, site.readers, locale, IN_FEED));
      const { renderFeed } = await pages();
      const articles = recent.map((article) => ({
        ...toSummary(article),
        id: article.id,
        publishedAt: article.publishedAt,
        updatedAt: article.updatedAt,
      }));
      return { text: renderFeed({ ...site.page, articles }) };
    };
    await share(request, reply, site, make, 'application/atom+xml; charset=utf-8');
    return reply;
  });
}

/** What search engines look for at the root of a site. */
export function searchEngineRoutes(app: FastifyInstance, { pages, findSite, share }: PortalParts): void {
  app.get('/sitemap.xml', open, async (request, reply) => {
    const site = await findSite(request, 'ja');
    const make = async () => {
      const articles = await site.ctx.transaction((tx) => publishedAddresses(tx, site.readers));
      return { text: (await pages()).renderSitemap({ ...site.page, articles }) };
    };
    await share(request, reply, site, make, 'application/xml; charset=utf-8');
    return reply;
  });

  app.get('/robots.txt', open, async (request, reply) => {
    const site = await findSite(request, 'ja');
    const closed = ['/api/', '/desk/', '/files/', ...ROOTS.flatMap((root) => PERSONAL.map((place) => `${BASE}${root}/${place}`))];
    const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${site.page.origin}/sitemap.xml`, ''];
    await share(request, reply, site, async () => ({ text: lines.join('\n') }), 'text/plain; charset=utf-8');
    return reply;
  });
}
