import * as contract from '@madoguchi/contract/commerce.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { commerceOf } from './commerce.queries.ts';
import { listContracts } from './contracts/contracts.queries.ts';
import { listOrders, orderById } from './orders/orders.queries.ts';
import { moveReturn, openReturn } from './returns/returns.commands.ts';
import { listReturns, returnById } from './returns/returns.queries.ts';
import { CONTRACTS, ORDERS, RETURNS, syncMany, syncOne } from './sync/sync.commands.ts';

/** Two hundred orders with long lists of goods. */
const MANY = { bodyLimit: 8 * 1024 * 1024 };

/** What customers bought, and how other systems tell of it. */
export function commerceRoutes(app: FastifyInstance): void {
  serve(app, contract.putOrder, 'commerce.manage', (ctx, { params, body }) => syncOne(ctx, ORDERS, params.source, params.externalId, body));
  serve(
    app,
    contract.syncOrders,
    'commerce.manage',
    async (ctx, { body }) => ({ items: await syncMany(ctx, ORDERS, body.source, body.items) }),
    MANY,
  );
  serve(app, contract.putReturn, 'commerce.manage', (ctx, { params, body }) =>
    syncOne(ctx, RETURNS, params.source, params.externalId, body),
  );
  serve(
    app,
    contract.syncReturns,
    'commerce.manage',
    async (ctx, { body }) => ({ items: await syncMany(ctx, RETURNS, body.source, body.items) }),
    MANY,
  );
  serve(app, contract.putContract, 'commerce.manage', (ctx, { params, body }) =>
    syncOne(ctx, CONTRACTS, params.source, params.externalId, body),
  );
  serve(
    app,
    contract.syncContracts,
    'commerce.manage',
    async (ctx, { body }) => ({ items: await syncMany(ctx, CONTRACTS, body.source, body.items) }),
    MANY,
  );

  serve(app, contract.listOrders, 'customer.read', (ctx, { query }) =>
    ctx.transaction((tx) => listOrders(tx, ctx.viewer.workspaceId, query)),
  );
  serve(app, contract.getOrder, 'customer.read', (ctx, { params }) =>
    ctx.transaction((tx) => orderById(tx, ctx.viewer.workspaceId, params.id)),
  );
  serve(app, contract.listReturns, 'customer.read', (ctx, { query }) =>
    ctx.transaction((tx) => listReturns(tx, ctx.viewer.workspaceId, query)),
  );
  serve(app, contract.listContracts, 'customer.read', (ctx, { query }) => ctx.transaction((tx) => listContracts(ctx, tx, query)));
  serve(app, contract.customerCommerce, 'customer.read', (ctx, { params }) =>
    ctx.transaction((tx) => commerceOf(tx, ctx.viewer.workspaceId, params.id, ctx.clock.now())),
  );

  serve(app, contract.openReturn, 'commerce.write', async (ctx, { params, body }) => {
    const id = await openReturn(ctx, params.id, body);
    return ctx.transaction((tx) => returnById(tx, ctx.viewer.workspaceId, id));
  });
  serve(app, contract.moveReturn, 'commerce.write', async (ctx, { params, body }) => {
    await moveReturn(ctx, params.id, body);
    return ctx.transaction((tx) => returnById(tx, ctx.viewer.workspaceId, params.id));
  });
}
