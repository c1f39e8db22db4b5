import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { VisitorTokens } from '../channels/chat/chat.types.ts';
import type { KnowledgeSearch } from '../knowledge/knowledge.types.ts';
import type { Suggestions } from '../knowledge/suggest/suggest.types.ts';
import type { Platform } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { sendBuilt } from '../platform/http/screens.ts';
import type { SurveyLinks } from '../surveys/surveys.types.ts';
import { articleRoutes } from './article.routes.ts';
import { contactRoutes } from './contact.routes.ts';
import { answerInPages } from './errors.routes.ts';
import { frequentQuestions } from './frequent.ts';
import { inquiryRoutes } from './inquiry.routes.ts';
import { feedRoutes, searchEngineRoutes } from './machine.routes.ts';
import { hostFinder } from './portal.brands.ts';
import { portalPages } from './portal.pages.ts';
import { open, type PortalParts } from './portal.parts.ts';
import { BASE, siteFinder } from './portal.site.ts';
import { readingRoutes } from './reading.routes.ts';
import { reportRoutes } from './report.routes.ts';
import { searchRoutes } from './search.routes.ts';
import { sharedPages } from './shared-pages.ts';
import { surveyRoutes } from './survey.routes.ts';
import { makeTally } from './tally.ts';

type Deps = {
  platform: Platform;
  search: KnowledgeSearch;
  suggestions: Suggestions;
  tokens: VisitorTokens;
  links: FileLinks;
  surveyLinks: SurveyLinks;
  dist: string;
  publicUrl: string | null;
};

/** Every page twice: Japanese under /help, English under /help/en; and so below the path of each brand without a domain of its own. `isHelpCenter`: whether a request's host is a help center's and nothing else. */
export function portalRoutes(
  root: FastifyInstance,
  { dist, publicUrl, ...deps }: Deps,
): { isHelpCenter: (request: FastifyRequest) => Promise<boolean> } {
  const findHosts = hostFinder(deps.platform);
  const parts: PortalParts = {
    ...deps,
    pages: portalPages(dist),
    findSite: siteFinder(deps.platform, findHosts, publicUrl),
    frequent: frequentQuestions(),
    tally: makeTally({ log: root.log }),
    share: sharedPages(),
  };
  root.addHook('onClose', () => parts.tally.flush());
  reportRoutes(root);

  root.register(async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    app.get<{ Params: { name: string } }>(`${BASE}/assets/:name`, open, async (request, reply) =>
      sendBuilt(request, reply, dist, request.params.name, 'public, max-age=300'),
    );
    const places = [BASE, `${BASE}/brands/:brand`].flatMap((base) => [['ja', base] as const, ['en', `${base}/en`] as const]);
    for (const [locale, prefix] of places) {
      app.register(
        async (pages) => {
          answerInPages(pages, parts, locale);
          for (const routes of [readingRoutes, searchRoutes, articleRoutes, feedRoutes, contactRoutes, inquiryRoutes, surveyRoutes])
            routes(pages, parts, locale);
        },
        { prefix },
      );
    }
    app.get(`${BASE}/ja`, open, async (_request, reply) => reply.redirect(BASE));
    searchEngineRoutes(app, parts);
  });
  return { isHelpCenter: async (request) => (await findHosts(request)).own !== undefined };
}
