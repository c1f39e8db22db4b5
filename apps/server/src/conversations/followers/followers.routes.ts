import * as contract from '@madoguchi/contract/followers.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import { conversationById } from '../queries/read.ts';
import { follow, unfollow } from './followers.commands.ts';
import { mentionableIn } from './mentions.queries.ts';

export function followersRoutes(app: FastifyInstance): void {
  const asItIs = (ctx: Ctx, id: string) => ctx.transaction((tx) => conversationById(tx, ctx.viewer.workspaceId, id));
  serve(app, contract.followConversation, 'conversation.note', async (ctx, { params }) => {
    await follow(ctx, params.id, params.agentId);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.unfollowConversation, 'conversation.note', async (ctx, { params }) => {
    await unfollow(ctx, params.id, params.agentId);
    return asItIs(ctx, params.id);
  });
  serve(app, contract.listMentionable, 'conversation.note', (ctx, { params }) => mentionableIn(ctx, params.id));
}
