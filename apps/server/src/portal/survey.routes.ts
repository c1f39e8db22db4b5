import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SurveyModel } from '../../../portal/src/models.ts';
import { problemOf } from '../platform/http/problems.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answerOnPage } from '../surveys/answer/page.commands.ts';
import { surveyPage } from '../surveys/answer/page.queries.ts';
import { externalIdOf } from './contact.rules.ts';
import { open, type PortalParts } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';

type At = {
  Params: { word: string };
  Querystring: { rating?: string; sent?: string };
  Body: { rating?: string; comment?: string; externalId?: string } | undefined;
};

/**
 * A customer's page for one survey; its signed address is the permission. Opening it rates nothing, however the address chooses for them:
 * mail systems open every link of a mail to look for harm.
 */
export function surveyRoutes(app: FastifyInstance, { pages, findSite, surveyLinks }: PortalParts, locale: Locale): void {
  const visit = async (request: FastifyRequest<At>) => {
    const site = await findSite(request, locale);
    const surveyId = surveyLinks.read(site.workspaceId, request.params.word);
    const survey = surveyId && (await surveyPage(site.ctx, surveyId, locale));
    if (!surveyId || !survey) throw notFound();
    return { site, surveyId, survey };
  };

  const show = async (
    request: FastifyRequest<At>,
    reply: FastifyReply,
    { chosen, comment, error = null }: { chosen: number | null; comment?: string; error?: SurveyModel['error'] },
    status = 200,
  ) => {
    const { site, survey } = await visit(request);
    const { renderSurvey } = await pages();
    const thanked = request.method === 'GET' && request.query.sent === '1' && survey.rating !== null;
    const html = renderSurvey({
      ...site.page,
      ...survey,
      path: request.url.split('?')[0]!,
      chosen: thanked ? survey.rating : (chosen ?? survey.rating),
      comment: comment ?? survey.comment,
      state: thanked ? 'thanked' : survey.over ? 'over' : 'form',
      error,
      externalId: externalIdOf(request.body),
    });
    reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer');
    return sendPage(reply, html, { status });
  };

  app.get<At>('/surveys/:word', open, (request, reply) => show(request, reply, { chosen: ratingOf(request.query.rating) }));

  // Counted once the body is there, so that the page can be shown again with what was chosen.
  const limited = { ...open, config: { ...open.config, rateLimit: { max: 20, timeWindow: '1 minute', hook: 'preHandler' } } } as const;
  const showAgain = (error: Error, request: FastifyRequest<At>, reply: FastifyReply) => {
    const { status } = problemOf(error);
    if (status === 404) throw error;
    if (status >= 500) request.log.error({ error: error.message }, 'an answer to a survey failed');
    const said = { chosen: ratingOf(request.body?.rating), comment: commentOf(request.body) };
    return show(request, reply, { ...said, error: status === 429 ? 'too_many' : 'failed' }, status);
  };

  app.post<At>('/surveys/:word', { ...limited, errorHandler: showAgain }, async (request, reply) => {
    const { site, surveyId, survey } = await visit(request);
    const rating = ratingOf(request.body?.rating);
    const comment = commentOf(request.body);
    if (!survey.choices.some((choice) => choice.rating === rating))
      return show(request, reply, { chosen: null, comment, error: 'missing' }, 422);
    const choice = { externalId: `page:${externalIdOf(request.body)}`, rating: rating!, at: site.ctx.clock.now() };
    await answerOnPage(site.ctx, surveyId, choice, comment);
    return reply.redirect(`${request.url.split('?')[0]}?sent=1`, 303);
  });
}

const ratingOf = (given: string | undefined): number | null => (/^[1-5]$/.test(given ?? '') ? Number(given) : null);

const commentOf = (body: At['Body']): string =>
  String(body?.comment ?? '')
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '');
