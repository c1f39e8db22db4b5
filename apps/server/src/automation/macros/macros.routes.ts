import * as contract from '@madoguchi/contract/macros.ts';
import type { FastifyInstance } from 'fastify';
import { presentMessages } from '../../conversations/queries/present.ts';
import { conversationById, conversationsById, messagesById } from '../../conversations/queries/read.ts';
import { serve } from '../../platform/http/routes.ts';
import { createMacro, removeMacro, updateMacro } from './macros.commands.ts';
import { listMacros, macroUsage } from './macros.queries.ts';
import { type RunDeps, runMacro, runMacroOnMany } from './run.commands.ts';

export function macrosRoutes(app: FastifyInstance, deps: RunDeps): void {
  serve(app, contract.listMacros, 'canned.read', async (ctx) => ({ items: await ctx.transaction((tx) => listMacros(ctx, tx)) }));
  serve(app, contract.listAllMacros, 'canned.write', async (ctx) => ({ items: await ctx.transaction((tx) => listMacros(ctx, tx, true)) }));
  serve(app, contract.createMacro, 'canned.write', (ctx, { body }) => createMacro(ctx, body));
  serve(app, contract.updateMacro, 'canned.write', (ctx, { params, body }) => updateMacro(ctx, params.id, body, 'any'));
  serve(app, contract.deleteMacro, 'canned.write', async (ctx, { params }) => {
    await removeMacro(ctx, params.id, 'any');
    return undefined;
  });
  const mine = { owner: 'private', teamId: null } as const;
  serve(app, contract.createOwnMacro, 'conversation.reply', (ctx, { body }) => createMacro(ctx, { ...body, ...mine }));
  serve(app, contract.updateOwnMacro, 'conversation.reply', (ctx, { params, body }) =>
    updateMacro(ctx, params.id, { ...body, ...mine }, 'own'),
  );
  serve(app, contract.deleteOwnMacro, 'conversation.reply', async (ctx, { params }) => {
    await removeMacro(ctx, params.id, 'own');
    return undefined;
  });
  serve(app, contract.macroUsage, 'canned.read', async (ctx) => ({
    items: await ctx.transaction((tx) => macroUsage(tx, ctx.viewer.workspaceId, ctx.clock.now())),
  }));

  serve(app, contract.runMacro, 'conversation.reply', async (ctx, { params, body }) => {
    const { steps, bulkId, messageIds } = await runMacro(ctx, deps, params.id, body);
    const { workspaceId } = ctx.viewer;
    return ctx.transaction(async (tx) => ({
      steps,
      bulkId,
      conversation: await conversationById(tx, workspaceId, body.conversationId),
      messages: await presentMessages(tx, await messagesById(tx, workspaceId, messageIds), deps.links),
    }));
  });
  serve(app, contract.runMacroOnMany, 'conversation.reply', async (ctx, { params, body }) => {
    const { bulkId, outcomes } = await runMacroOnMany(ctx, deps, params.id, body);
    const changed = outcomes.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    const rows = await ctx.transaction((tx) => conversationsById(tx, ctx.viewer.workspaceId, changed));
    return { bulkId, outcomes, conversations: [...rows.values()] };
  });
}
