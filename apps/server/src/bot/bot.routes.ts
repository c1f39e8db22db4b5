import { getConversation } from '@madoguchi/contract/conversations.ts';
import type { FastifyInstance } from 'fastify';
import { conversationDetail } from '../conversations/queries/read.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { serve } from '../platform/http/routes.ts';
import { botStepsOf } from './bot.queries.ts';

/** A conversation as agents read it: with the bot's reasons. */
export function botRoutes(app: FastifyInstance, links: FileLinks): void {
  serve(app, getConversation, 'conversation.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => ({
      ...(await conversationDetail(tx, ctx.viewer.workspaceId, params.id, links)),
      botSteps: await botStepsOf(tx, ctx.viewer.workspaceId, params.id),
    })),
  );
}
