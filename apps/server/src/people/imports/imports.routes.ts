import { Readable } from 'node:stream';
import * as contract from '@madoguchi/contract/customer-imports.ts';
import { customerFilter } from '@madoguchi/contract/customers.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countCustomers } from '../../customers/list/customers-list.queries.ts';
import { serve } from '../../platform/http/routes.ts';
import { exportList } from '../export/list.export.ts';
import { listRefused } from '../people.errors.ts';
import { customersExported } from '../people.events.ts';
import { applyImport, planImport, readImport } from './imports.commands.ts';
import { LIMITS } from './read-list.ts';

/** Lists of customers in and out. */
export function customerListsRoutes(app: FastifyInstance): void {
  serve(app, contract.readCustomerImport, 'import.run', async (ctx, { request }) => readImport(ctx, await uploaded(request)));
  serve(app, contract.planCustomerImport, 'import.run', (ctx, { params, body }) => planImport(ctx, params.id, body.mapping));
  serve(app, contract.applyCustomerImport, 'import.run', (ctx, { params, body }) => applyImport(ctx, params.id, body.mapping));

  const options = {
    schema: { summary: 'Customers of a filter as CSV; charset utf-8 (default) or shift_jis', tags: ['customers'] },
    config: { permit: 'customer.export' },
  };
  app.get<{ Querystring: Record<string, string> }>('/api/customers/export.csv', options, async ({ ctx, query }, reply) => {
    const { charset, ...rest } = query;
    const filter = customerFilter.parse(rest);
    await ctx.transaction(async (tx) => {
      const count = await countCustomers(tx, ctx.viewer.workspaceId, filter, ctx.clock.now());
      await ctx.append(tx, customersExported({ count }));
    });
    const isShiftJis = charset === 'shift_jis';
    return reply
      .type(`text/csv; charset=${isShiftJis ? 'Shift_JIS' : 'utf-8'}`)
      .header('content-disposition', `attachment; filename="customers-${ctx.clock.now().toISOString().slice(0, 10)}.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(exportList(ctx, filter, isShiftJis ? 'shift_jis' : 'utf-8')));
  });
}

async function uploaded(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file({ limits: { fileSize: LIMITS.bytes } });
  if (!part) throw listRefused('file.empty');
  const bytes = await part.toBuffer().catch((error: Error) => {
    throw part.file.truncated ? listRefused('file.too_large', { limits: LIMITS }) : error;
  });
  return { name: part.filename, bytes };
}
