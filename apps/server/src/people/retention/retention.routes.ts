import * as contract from '@madoguchi/contract/retention.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { liftHold, placeHold } from './holds.commands.ts';
import { standingHolds } from './holds.queries.ts';
import { setRetention } from './retention.commands.ts';
import { retentionRules, wouldGo } from './retention.queries.ts';
import { goesBefore } from './retention.rules.ts';

export function retentionRoutes(app: FastifyInstance): void {
  serve(app, contract.readRetention, 'retention.manage', async (ctx) => ({
    items: await ctx.transaction((tx) => retentionRules(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.setRetention, 'retention.manage', (ctx, { params, body }) => setRetention(ctx, params.kind, body.keep));
  serve(app, contract.previewRetention, 'retention.manage', (ctx, { params: { kind }, query }) =>
    ctx.transaction((tx) => wouldGo(tx, ctx.viewer.workspaceId, kind, goesBefore(kind, query.keep, ctx.clock.now()))),
  );
  serve(app, contract.listHolds, 'retention.manage', async (ctx) => ({
    items: await ctx.transaction((tx) => standingHolds(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.placeHold, 'retention.manage', async (ctx, { body }) => {
    const id = await placeHold(ctx, body.about, body.reason);
    return (await ctx.transaction((tx) => standingHolds(tx, ctx.viewer.workspaceId))).find((one) => one.id === id)!;
  });
  serve(app, contract.liftHold, 'retention.manage', async (ctx, { params }) => {
    await liftHold(ctx, params.id);
    return undefined;
  });
}
