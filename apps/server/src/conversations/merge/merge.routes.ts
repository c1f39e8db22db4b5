import * as contract from '@madoguchi/contract/merges.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import { conversationById } from '../queries/read.ts';
import { conversationsAlike } from './alike.queries.ts';
import { distinguishConversations } from './distinguish.commands.ts';
import { mergeConversations } from './merge.commands.ts';
import { splitConversation } from './split.commands.ts';
import { undoConversationMerge } from './undo-merge.commands.ts';
import { undoSplit } from './undo-split.commands.ts';

/** What belongs together, and what does not. */
export function mergeRoutes(app: FastifyInstance): void {
  const asItIs = (ctx: Ctx, id: string) => ctx.transaction((tx) => conversationById(tx, ctx.viewer.workspaceId, id));

  serve(app, contract.listAlike, 'conversation.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => conversationsAlike(tx, ctx.viewer.workspaceId, params.id)),
  }));
  serve(app, contract.distinguishConversation, 'conversation.status', async (ctx, { params, body }) => {
    await distinguishConversations(ctx, params.id, params.otherId, body.distinct);
    return undefined;
  });
  serve(app, contract.mergeConversation, 'conversation.status', async (ctx, { params, body }) => {
    const mergeId = await mergeConversations(ctx, params.id, body.otherId, body.across);
    return { mergeId, conversation: await asItIs(ctx, params.id) };
  });
  serve(app, contract.undoConversationMerge, 'conversation.status', async (ctx, { params }) =>
    asItIs(ctx, await undoConversationMerge(ctx, params.id)),
  );
  serve(app, contract.splitConversation, 'conversation.status', async (ctx, { params }) => {
    const { splitId, conversationId } = await splitConversation(ctx, params.id);
    return { splitId, conversation: await asItIs(ctx, conversationId) };
  });
  serve(app, contract.undoConversationSplit, 'conversation.status', async (ctx, { params }) =>
    asItIs(ctx, await undoSplit(ctx, params.id)),
  );
}
