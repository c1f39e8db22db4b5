import * as contract from '@madoguchi/contract/procedures.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import { serve } from '../platform/http/routes.ts';
import { procedureFigures } from './figures.queries.ts';
import { createProcedure, removeProcedure, sortProcedures, updateProcedure } from './procedures.commands.ts';
import { listProcedures } from './procedures.queries.ts';
import { pickProcedure } from './run/begin.commands.ts';
import { checkStep } from './run/check.commands.ts';
import { conversationProcedure } from './run/runs.queries.ts';

export function proceduresRoutes(app: FastifyInstance): void {
  const standing = (ctx: Ctx, id: string) => ctx.transaction((tx) => conversationProcedure(ctx, tx, id));
  serve(app, contract.listProcedures, 'conversation.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listProcedures(ctx, tx)),
  }));
  serve(app, contract.createProcedure, 'workspace.manage', (ctx, { body }) => createProcedure(ctx, body));
  serve(app, contract.sortProcedures, 'workspace.manage', async (ctx, { body }) => ({ items: await sortProcedures(ctx, body.ids) }));
  serve(app, contract.updateProcedure, 'workspace.manage', (ctx, { params, body }) => updateProcedure(ctx, params.id, body));
  serve(app, contract.removeProcedure, 'workspace.manage', async (ctx, { params }) => {
    await removeProcedure(ctx, params.id);
    return undefined;
  });
  serve(app, contract.procedureFigures, 'workspace.manage', (ctx, { params }) =>
    ctx.transaction((tx) => procedureFigures(ctx, tx, params.id)),
  );
  serve(app, contract.getConversationProcedure, 'conversation.read', (ctx, { params }) => standing(ctx, params.id));
  serve(app, contract.pickProcedure, 'conversation.tag', async (ctx, { params, body }) => {
    await pickProcedure(ctx, params.id, body.procedureId);
    return standing(ctx, params.id);
  });
  serve(app, contract.checkStep, 'conversation.tag', async (ctx, { params, body }) => {
    await checkStep(ctx, params.id, params.stepId, body.done);
    return standing(ctx, params.id);
  });
}
