import * as contract from '@madoguchi/contract/related.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import { relate, unrelate } from './related.commands.ts';
import { relatedOf } from './related.queries.ts';

export function relatedRoutes(app: FastifyInstance): void {
  const all = async (ctx: Ctx, id: string) => ({ items: await ctx.transaction((tx) => relatedOf(tx, ctx.viewer.workspaceId, id)) });
  serve(app, contract.listRelated, 'conversation.read', (ctx, { params }) => all(ctx, params.id));
  serve(app, contract.relateConversation, 'conversation.status', async (ctx, { params, body }) => {
    await relate(ctx, params.id, body.otherId, body.relation);
    return all(ctx, params.id);
  });
  serve(app, contract.unrelateConversation, 'conversation.status', async (ctx, { params }) => {
    await unrelate(ctx, params.id);
    return undefined;
  });
}
