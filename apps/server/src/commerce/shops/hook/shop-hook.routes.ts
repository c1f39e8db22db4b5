import type { ShopKind } from '@madoguchi/contract/shops.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import { makeCtx, type Platform } from '../../../platform/ctx.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import { notFound } from '../../../platform/http/refusal.ts';
import { unseal } from '../../../platform/secrets/seal.ts';
import { shopHookRefused, shopPayloadMalformed } from '../../commerce.errors.ts';
import { keepShopPayload } from '../payloads.commands.ts';
import { wordsOf } from '../payloads.lane.ts';
import { readGeneric } from '../read/generic.rules.ts';
import { noteTrouble } from '../shop-health.commands.ts';
import { shopByKey, shopToRead } from '../shops.queries.ts';
import { envelopeOf, isSigned } from './signature.rules.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Where shops post: /hooks/shops/<connection key>. The signature is checked over the bytes as they came; then they are kept and acknowledged, and
 * read by a lane. Who posts our own shape hears at once what is wrong with it; Shopify, which gives up on shops that answer with errors, never does.
 */
export function shopHookRoutes(root: FastifyInstance, { platform, sealingKey }: { platform: Platform; sealingKey: Buffer }): void {
  root.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    app.route<{ Params: { key: string } }>({
      method: 'POST',
      url: '/hooks/shops/:key',
      bodyLimit: MAX_BYTES,
      config: {
        permit: 'public',
        rateLimit: { max: 3000, timeWindow: '1 minute', keyGenerator: (request) => (request.params as { key: string }).key },
      },
      schema: {
        summary: 'Where a shop posts its orders',
        tags: ['hooks'],
        params: z.object({ key: z.string() }),
        response: { 200: z.unknown() },
      },
      handler: async (request, reply) => {
        const found = await shopByKey(platform, request.params.key);
        if (!found) throw notFound();
        const ctx = makeCtx(platform, systemViewer(found.workspaceId), systemActor);
        const shop = await ctx.transaction((tx) => shopToRead(tx, found.workspaceId, found.id));
        if (!shop) throw notFound();
        const kind = shop.kind as ShopKind;
        const headers = headersOf(request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (!isSigned(kind, unseal(sealingKey, shop.secret), headers, body)) {
          await ctx.transaction((tx) => noteTrouble(ctx, tx, shop.id, 'signature_refused'));
          throw shopHookRefused();
        }
        const payload = { ...envelopeOf(kind, headers), body };
        const read = kind === 'generic' ? readGeneric(body) : null;
        if (read?.kind === 'malformed') {
          // By its bytes: put right, it comes again under the same name.
          await keepShopPayload(ctx, shop.id, { ...payload, externalId: null }, wordsOf(read.errors));
          throw shopPayloadMalformed({ errors: read.errors });
        }
        await keepShopPayload(ctx, shop.id, payload);
        return reply.code(200).send({});
      },
    });
  });
}

const headersOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
