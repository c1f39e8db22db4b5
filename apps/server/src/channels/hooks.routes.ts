import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { systemActor } from '../platform/actor.ts';
import { makeCtx, type Platform } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { notFound } from '../platform/http/refusal.ts';
import { inboxByKey } from '../workspaces/inboxes.queries.ts';
import type { HookRequest } from './channel.ts';
import { hookPaused, hookRefused } from './channels.errors.ts';
import type { Channels } from './channels.registry.ts';
import { keepPayload } from './inbound/payloads.commands.ts';
import type { Calls } from './port/calls.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** Headers worth keeping with a payload: never those that carry credentials. */
const KEPT = /^(content-type|user-agent|x-[a-z0-9-]*(signature|timestamp|delivery|event|idempotency)[a-z0-9-]*)$/;

/**
 * Where platforms post: /api/hooks/<inbox key>. The signature is checked over the bytes as they came; then they are kept and acknowledged,
 * and read by a job. A paused inbox answers 503, so that platforms that redeliver do.
 */
export function hooksRoutes(
  root: FastifyInstance,
  { platform, channels, calls }: { platform: Platform; channels: Channels; calls: Calls },
): void {
  root.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    app.route<{ Params: { key: string } }>({
      method: ['GET', 'POST'],
      url: '/api/hooks/:key',
      bodyLimit: MAX_BYTES,
      config: {
        permit: 'public',
        rateLimit: { max: 3000, timeWindow: '1 minute', keyGenerator: (request) => (request.params as { key: string }).key },
      },
      schema: {
        summary: 'Where a platform posts what an inbox receives',
        tags: ['hooks'],
        params: z.object({ key: z.string() }),
        response: { 200: z.unknown() },
      },
      handler: async (request, reply) => {
        const inbox = await inboxByKey(platform, request.params.key);
        const channel = inbox && channels.byName(inbox.channel);
        if (!inbox || !channel?.verify) throw notFound();
        const call = await calls(inbox);
        const asked = hookRequestOf(request, call.publicUrl);
        const verdict = await channel.verify(call.settings, asked);
        if (verdict.kind === 'refuse') throw hookRefused();
        if (verdict.kind === 'answer')
          return reply
            .code(verdict.status ?? 200)
            .type(verdict.type)
            .send(verdict.body);
        if (inbox.paused) throw hookPaused();
        const kept = Object.entries(asked.headers).filter(([name]) => KEPT.test(name));
        const headers = { ...Object.fromEntries(kept), ...verdict.headers };
        const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);
        await keepPayload(ctx, inbox.id, { headers, body: asked.body, ...(verdict.externalId ? { externalId: verdict.externalId } : {}) });
        return verdict.answer ? reply.type(verdict.answer.type).send(verdict.answer.body) : reply.code(200).send({});
      },
    });
  });
}

/** The address is the one the platform used: behind a proxy only the settings know it. */
function hookRequestOf(request: FastifyRequest, publicUrl: string | null): HookRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]);
  return {
    headers: Object.fromEntries(headers) as Record<string, string>,
    query: request.query as Record<string, string>,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    url: `${publicUrl ?? `${request.protocol}://${request.host}`}${request.url}`,
  };
}
