import { randomUUID } from 'node:crypto';
import type { Locale } from '@madoguchi/contract/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormRefusal } from '../../../portal/src/models.ts';
import { takeInquiry } from '../channels/form/form.commands.ts';
import { problemOf } from '../platform/http/problems.ts';
import { externalIdOf, type FormValues, faultsOf, valuesOf } from './contact.rules.ts';
import { open, type PortalParts } from './portal.parts.ts';
import { sendPage } from './portal.replies.ts';
import type { Site } from './portal.site.ts';

type Body = Record<string, unknown> | undefined;

/** The contact form, as a page and for a frame on the company's own site. */
export function contactRoutes(app: FastifyInstance, { pages, findSite, tokens }: PortalParts, locale: Locale): void {
  // Counted once the body is there, so that the form can be shown again as it was typed.
  const limited = { ...open, config: { ...open.config, rateLimit: { max: 10, timeWindow: '1 minute', hook: 'preHandler' } } } as const;

  for (const [path, embedded] of [
    ['/contact', false],
    ['/contact/embed', true],
  ] as const) {
    const show = async (
      reply: FastifyReply,
      site: Site,
      values: FormValues,
      rest: { errors?: ReturnType<typeof faultsOf>; refusal?: FormRefusal | null; externalId?: string },
      status = 200,
    ) => {
      const { renderContactForm } = await pages();
      const refusal = rest.refusal ?? (site.form ? null : 'closed');
      const html = renderContactForm({
        ...site.page,
        embedded,
        values,
        errors: rest.errors ?? {},
        refusal,
        externalId: rest.externalId ?? randomUUID(),
      });
      return sendPage(reply, html, { status, framedBy: embedded ? site.form?.allowedOrigins : [] });
    };

    app.get<{ Querystring: { subject?: string } }>(path, open, async (request, reply) => {
      const site = await findSite(request, locale);
      return show(reply, site, valuesOf({ subject: String(request.query.subject ?? '').slice(0, 200) }), {});
    });

    /** The form again, with everything that was typed: whoever was stopped needs not write it twice. */
    const showAgain = async (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const { status } = problemOf(error);
      if (status >= 500) request.log.error({ error: error.message }, 'the contact form failed');
      const body = request.body as Body;
      const rest = { refusal: status === 429 ? 'too_many' : 'failed', externalId: externalIdOf(body) } as const;
      return show(reply, await findSite(request, locale), valuesOf(body), rest, status);
    };

    app.post<{ Body: Body }>(path, { ...limited, errorHandler: showAgain }, async (request, reply) => {
      const site = await findSite(request, locale);
      const values = valuesOf(request.body);
      const externalId = externalIdOf(request.body);
      const errors = faultsOf(values);
      if (Object.keys(errors).length > 0) return show(reply, site, values, { errors, externalId }, 422);
      if (!site.form) return show(reply, site, values, { externalId }, 503);
      const inquiry = {
        ...values,
        email: values.email.normalize('NFKC').trim(),
        externalId,
        locale,
        website: String(request.body?.website ?? ''),
      };
      const received = await takeInquiry(site.ctx, tokens, site.form.id, inquiry, site.page.base);
      const { renderFormReceived } = await pages();
      const html = renderFormReceived({ ...site.page, embedded, ...received });
      return sendPage(reply, html, { framedBy: embedded ? site.form.allowedOrigins : [] });
    });
  }
}
