import * as contract from '@madoguchi/contract/shops.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { retryShopPayload, settleShopPayload } from './payloads.commands.ts';
import { connectShop, removeShop, renewSecret, updateShop } from './shops.commands.ts';
import { listShopPayloads, listShops, shopById, shopPayloadById } from './shops.queries.ts';

/** Which shops are connected, and what came of what they sent. */
export function shopsRoutes(app: FastifyInstance, { sealingKey }: { sealingKey: Buffer }): void {
  serve(app, contract.listShops, 'commerce.manage', async (ctx) => ({
    items: await ctx.transaction((tx) => listShops(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.connectShop, 'commerce.manage', async (ctx, { body }) => {
    const { id, secret } = await connectShop(ctx, sealingKey, body);
    return { shop: await ctx.transaction((tx) => shopById(tx, ctx.viewer.workspaceId, id)), secret };
  });
  serve(app, contract.updateShop, 'commerce.manage', async (ctx, { params, body }) => {
    await updateShop(ctx, sealingKey, params.id, body);
    return ctx.transaction((tx) => shopById(tx, ctx.viewer.workspaceId, params.id));
  });
  serve(app, contract.renewShopSecret, 'commerce.manage', async (ctx, { params }) => ({
    secret: await renewSecret(ctx, sealingKey, params.id),
  }));
  serve(app, contract.removeShop, 'commerce.manage', async (ctx, { params }) => {
    await removeShop(ctx, params.id);
    return undefined;
  });
  serve(app, contract.listShopPayloads, 'commerce.manage', (ctx, { params, query }) =>
    ctx.transaction(async (tx) => {
      await shopById(tx, ctx.viewer.workspaceId, params.id);
      return listShopPayloads(tx, ctx.viewer.workspaceId, params.id, query);
    }),
  );
  serve(app, contract.retryShopPayload, 'commerce.manage', async (ctx, { params }) => {
    await retryShopPayload(ctx, params.id);
    return ctx.transaction((tx) => shopPayloadById(tx, ctx.viewer.workspaceId, params.id));
  });
  serve(app, contract.settleShopPayload, 'commerce.manage', async (ctx, { params }) => {
    await settleShopPayload(ctx, params.id);
    return undefined;
  });
}
