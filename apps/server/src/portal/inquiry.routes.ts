import { randomUUID } from 'node:crypto';
import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InquiryModel } from '../../../portal/src/models.ts';
import type { VisitorToken } from '../channels/chat/chat.types.ts';
import { continueInquiry } from '../channels/form/form.commands.ts';
import { inquiryOf } from '../channels/form/form.queries.ts';
import { problemOf } from '../platform/http/problems.ts';
import { notFound } from '../platform/http/refusal.ts';
import { externalIdOf } from './contact.rules.ts';
import { open, type PortalParts } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';
import type { Site } from './portal.site.ts';

type At = { Params: { token: string }; Querystring: { sent?: string }; Body: { text?: string; externalId?: string } | undefined };
const TEXT_LIMIT = 20_000;

/** A customer's own page for one inquiry. The signed address is the permission; it is never indexed nor passed on. */
export function inquiryRoutes(app: FastifyInstance, { platform, pages, findSite, tokens, links }: PortalParts, locale: Locale): void {
  const visit = async (request: FastifyRequest<At>): Promise<{ site: Site; visitor: VisitorToken }> => {
    const site = await findSite(request, locale);
    const visitor = site.form && tokens.read(request.params.token, site.form.id, site.ctx.clock.now());
    if (!visitor) throw notFound();
    return { site, visitor };
  };

  const show = async (
    request: FastifyRequest<At>,
    reply: FastifyReply,
    state: { reply?: InquiryModel['reply']; sent?: boolean },
    status = 200,
  ) => {
    const { site, visitor } = await visit(request);
    const inquiry = await inquiryOf(platform, visitor, links);
    if (!inquiry) throw notFound();
    const { renderInquiry } = await pages();
    const html = renderInquiry({
      ...site.page,
      ...inquiry,
      path: request.url.split('?')[0]!,
      canReply: inquiry.status !== 'closed',
      reply: state.reply ?? { text: '', error: null, externalId: randomUUID() },
      sent: state.sent ?? false,
    });
    reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer');
    return sendPage(reply, html, { status });
  };

  app.get<At>('/inquiries/:token', open, (request, reply) => show(request, reply, { sent: request.query.sent === '1' }));

  // Counted once the body is there, so that the page can be shown again with what was typed.
  const limited = { ...open, config: { ...open.config, rateLimit: { max: 20, timeWindow: '1 minute', hook: 'preHandler' } } } as const;
  const showAgain = (error: Error, request: FastifyRequest<At>, reply: FastifyReply) => {
    const { status } = problemOf(error);
    if (status === 404) throw error;
    if (status >= 500) request.log.error({ error: error.message }, 'a reply to an inquiry failed');
    const again = {
      text: textOf(request.body),
      error: status === 429 ? 'too_many' : 'failed',
      externalId: externalIdOf(request.body),
    } as const;
    return show(request, reply, { reply: again }, status);
  };

  app.post<At>('/inquiries/:token', { ...limited, errorHandler: showAgain }, async (request, reply) => {
    const { visitor } = await visit(request);
    const text = textOf(request.body);
    const externalId = externalIdOf(request.body);
    const error = text.trim() === '' ? 'missing' : text.length > TEXT_LIMIT ? 'too_long' : text.includes('\u0000') ? 'malformed' : null;
    if (error) return show(request, reply, { reply: { text, error, externalId } }, 422);
    await continueInquiry(platform, visitor, { text, externalId, locale });
    return reply.redirect(`${request.url.split('?')[0]}?sent=1`, 303);
  });
}

const textOf = (body: At['Body']): string =>
  String(body?.text ?? '')
    .toWellFormed()
    .replaceAll('\r\n', '\n');
