import {
  getCustomer,
  listCustomers as listCustomersEndpoint,
  updateCustomer as updateCustomerEndpoint,
} from '@madoguchi/contract/customers.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';
import { serve } from '../platform/http/routes.ts';
import { updateCustomer } from './customers.commands.ts';
import { customerById, listCustomers } from './customers.queries.ts';

export function customersRoutes(app: FastifyInstance): void {
  const one = async (ctx: Ctx, id: string) =>
    (await ctx.transaction((tx) => customerById(tx, ctx.viewer.workspaceId, id))) ?? Promise.reject(notFound());

  serve(app, listCustomersEndpoint, 'customer.read', (ctx, { query }) =>
    ctx.transaction((tx) => listCustomers(tx, ctx.viewer.workspaceId, query)),
  );
  serve(app, getCustomer, 'customer.read', (ctx, { params }) => one(ctx, params.id));
  serve(app, updateCustomerEndpoint, 'customer.write', async (ctx, { params, body }) => {
    await updateCustomer(ctx, params.id, body);
    return one(ctx, params.id);
  });
}
