import * as contract from '@madoguchi/contract/workspaces.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { createCannedResponse, removeCannedResponse, updateCannedResponse } from './canned-responses.commands.ts';
import { listCannedResponses } from './canned-responses.queries.ts';

export function cannedResponsesRoutes(app: FastifyInstance): void {
  serve(app, contract.listCannedResponses, 'canned.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listCannedResponses(ctx, tx)),
  }));
  serve(app, contract.createCannedResponse, 'canned.write', (ctx, { body }) => createCannedResponse(ctx, body));
  serve(app, contract.updateCannedResponse, 'canned.write', (ctx, { params, body }) => updateCannedResponse(ctx, params.id, body));
  serve(app, contract.deleteCannedResponse, 'canned.write', async (ctx, { params }) => {
    await removeCannedResponse(ctx, params.id);
    return undefined;
  });
}
