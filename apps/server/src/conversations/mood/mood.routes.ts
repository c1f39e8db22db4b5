import * as contract from '@madoguchi/contract/mood.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { conversationById } from '../queries/read.ts';
import { takeMoodAway } from './mood.commands.ts';

export function moodRoutes(app: FastifyInstance): void {
  serve(app, contract.takeMoodAway, 'conversation.note', async (ctx, { params }) => {
    await takeMoodAway(ctx, params.id);
    return ctx.transaction((tx) => conversationById(tx, ctx.viewer.workspaceId, params.id));
  });
}
