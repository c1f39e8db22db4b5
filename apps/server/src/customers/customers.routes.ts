import * as merges from '@madoguchi/contract/customer-merges.ts';
import * as contract from '@madoguchi/contract/customers.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';
import { serve } from '../platform/http/routes.ts';
import { updateCustomer } from './customers.commands.ts';
import { customerById } from './customers.queries.ts';
import { countCustomers, listCustomers } from './list/customers-list.queries.ts';
import { allDuplicates } from './merges/all-duplicates.queries.ts';
import { duplicatesOf } from './merges/duplicates.queries.ts';
import { mergeCustomers, setDistinct, undoMerge } from './merges/merges.commands.ts';

export function customersRoutes(app: FastifyInstance): void {
  const one = async (ctx: Ctx, id: string) =>
    (await ctx.transaction((tx) => customerById(tx, ctx.viewer.workspaceId, id))) ?? Promise.reject(notFound());

  serve(app, contract.listCustomers, 'customer.read', (ctx, { query }) =>
    ctx.transaction((tx) => listCustomers(tx, ctx.viewer.workspaceId, query, ctx.clock.now())),
  );
  serve(app, contract.countCustomers, 'customer.read', async (ctx, { query }) => ({
    count: await ctx.transaction((tx) => countCustomers(tx, ctx.viewer.workspaceId, query, ctx.clock.now())),
  }));
  serve(app, contract.getCustomer, 'customer.read', (ctx, { params }) => one(ctx, params.id));
  serve(app, contract.updateCustomer, 'customer.write', async (ctx, { params, body }) => {
    await updateCustomer(ctx, params.id, body);
    return one(ctx, params.id);
  });

  serve(app, merges.listDuplicates, 'customer.read', async (ctx, { params }) => {
    const items = await ctx.transaction((tx) => duplicatesOf(tx, ctx.viewer.workspaceId, params.id));
    if (!items) throw notFound();
    return { items };
  });
  serve(app, merges.listAllDuplicates, 'customer.read', async (ctx) => ({
    items: await ctx.transaction((tx) => allDuplicates(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, merges.mergeCustomer, 'customer.merge', async (ctx, { params, body }) => {
    const mergeId = await mergeCustomers(ctx, params.id, body.otherId);
    return { mergeId, customer: await one(ctx, params.id) };
  });
  serve(app, merges.undoMerge, 'customer.merge', async (ctx, { params }) => one(ctx, await undoMerge(ctx, params.id)));
  serve(app, merges.distinguishCustomer, 'customer.merge', async (ctx, { params, body }) => {
    await setDistinct(ctx, params.id, params.otherId, body.distinct);
    return undefined;
  });
}
