import * as contract from '@madoguchi/contract/whispers.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { conversationById } from '../queries/read.ts';
import { answerWhisper, settleWhisper, whisperTo } from './whispers.commands.ts';
import { whisperById, whispersOf } from './whispers.queries.ts';

export function whispersRoutes(app: FastifyInstance): void {
  const one = async (ctx: Ctx, id: string) => {
    const whisper = await ctx.transaction((tx) => whisperById(tx, ctx.viewer.workspaceId, id));
    if (!whisper) throw notFound();
    return whisper;
  };
  serve(app, contract.listWhispers, 'conversation.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => {
      await conversationById(tx, ctx.viewer.workspaceId, params.id);
      return { items: await whispersOf(tx, ctx.viewer.workspaceId, params.id) };
    }),
  );
  serve(app, contract.whisperToAgent, 'conversation.whisper', async (ctx, { params, body }) =>
    one(ctx, await whisperTo(ctx, params.id, body)),
  );
  serve(app, contract.answerWhisper, 'conversation.note', async (ctx, { params, body }) =>
    one(ctx, await answerWhisper(ctx, params.id, body)),
  );
  serve(app, contract.settleWhisper, 'conversation.read', async (ctx, { params, body }) => {
    await settleWhisper(ctx, params.id, body.outcome);
    return one(ctx, params.id);
  });
}
