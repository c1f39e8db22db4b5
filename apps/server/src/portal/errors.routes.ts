import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../platform/http/problems.ts';
import { foundOf } from './found.ts';
import { noSuchPage, open, type PortalParts } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';
import { ASSETS, BASE } from './portal.site.ts';

/** Errors as pages a person can read, with a way on. */
export function answerInPages(app: FastifyInstance, parts: PortalParts, locale: Locale): void {
  const answer = async (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    if ('movedTo' in error) return reply.redirect(String(error.movedTo), 302);
    const { status } = problemOf(error);
    if (status >= 500) request.log.error({ error: error.message, stack: error.stack }, 'page failed');
    const site = await parts.findSite(request, locale).catch(() => null);
    const { renderError, renderNotFound } = await parts.pages();
    if (site && status === 404)
      return sendPage(reply, renderNotFound({ ...site.page, ...(await foundOf(parts, site, locale)) }), { status });
    const base = site?.page ?? { locale, origin: '', base: BASE, now: new Date(), assets: ASSETS, messenger: null, formOpen: false };
    const reference = status >= 500 ? String(request.id) : null;
    return sendPage(reply, renderError({ ...base, workspace: site?.page.workspace ?? null, status, reference }), { status });
  };
  app.setErrorHandler(answer);
  app.get('/*', open, async () => {
    throw noSuchPage();
  });
}
