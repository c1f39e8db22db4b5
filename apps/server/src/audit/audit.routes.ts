import { Readable } from 'node:stream';
import * as contract from '@madoguchi/contract/audit.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { auditExported } from './audit.events.ts';
import { exportAudit } from './audit.export.ts';
import { auditPage } from './audit.queries.ts';

export function auditRoutes(app: FastifyInstance): void {
  serve(app, contract.listAudit, 'audit.read', (ctx, { query: { cursor, limit, ...filter } }) =>
    ctx.transaction((tx) => auditPage(tx, ctx.viewer.workspaceId, filter, { cursor, limit })),
  );

  const options = {
    schema: { summary: 'The audit log of a filter as CSV', tags: ['audit'], querystring: contract.auditFilter },
    config: { permit: 'audit.read' },
  };
  app.get<{ Querystring: contract.AuditFilter }>('/api/audit/export.csv', options, async ({ ctx, query }, reply) => {
    await ctx.transaction((tx) => ctx.append(tx, auditExported({ filter: Object.keys(query) })));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit-${ctx.clock.now().toISOString().slice(0, 10)}.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(exportAudit(ctx, query)));
  });
}
