import type { FastifyInstance } from 'fastify';
import { renderDemoShop } from '../../../../fixtures/demo-shop/demo-shop.ts';
import type { Platform } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';

/** The fictional shop's page, with the messenger put in by the same line that any site would use. */
export function demoRoutes(app: FastifyInstance, { db }: Platform): void {
  app.get<{ Querystring: { lang?: string } }>('/demo', { config: { permit: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const inbox = await db.directory((tx) =>
      tx
        .selectFrom('inboxes as i')
        .innerJoin('workspaces as w', 'w.workspace_id', 'i.workspace_id')
        .select(['i.key', 'w.color'])
        .where('i.channel', '=', 'chat')
        .orderBy('w.created_at')
        .orderBy('i.id')
        .limit(1)
        .executeTakeFirst(),
    );
    if (!inbox) throw notFound();
    const locale = request.query.lang === 'en' ? 'en' : 'ja';
    const messengerScript = `<script src="/messenger.js" data-inbox="${inbox.key}" data-color="${inbox.color}" async></script>`;
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; frame-ancestors 'none'",
      )
      .header('cache-control', 'no-cache')
      .send(renderDemoShop({ locale, messengerScript }));
  });
}
