import * as contract from '@madoguchi/contract/side-conversations.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { serve } from '../platform/http/routes.ts';
import { markSideSeen, retrySideMessage, setSideState, startSide, writeSide } from './side-conversations.commands.ts';
import { sideById, sidesOf } from './side-conversations.queries.ts';
import { sideInboxes } from './side-inboxes.queries.ts';

export function sideConversationsRoutes(app: FastifyInstance, links: FileLinks): void {
  const one = (ctx: Ctx, id: string) => ctx.transaction((tx) => sideById(tx, ctx.viewer.workspaceId, id, links));

  serve(app, contract.listSideConversations, 'conversation.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => sidesOf(tx, ctx.viewer.workspaceId, params.id, links)),
  }));
  serve(app, contract.listSideInboxes, 'conversation.read', async (ctx, { params }) => ({
    items: (await ctx.transaction((tx) => sideInboxes(ctx, tx, params.id))).map(({ id, name, address }) => ({ id, name, address })),
  }));
  serve(app, contract.startSideConversation, 'conversation.reply', async (ctx, { params, body }) =>
    one(ctx, await startSide(ctx, params.id, body)),
  );
  serve(app, contract.writeSideMessage, 'conversation.reply', async (ctx, { params, body: { to, cc, ...said } }) => {
    await writeSide(ctx, params.id, { ...said, ...(to ? { to } : {}), ...(cc ? { cc } : {}) });
    return one(ctx, params.id);
  });
  serve(app, contract.setSideState, 'conversation.reply', async (ctx, { params, body }) => {
    await setSideState(ctx, params.id, body.state);
    return one(ctx, params.id);
  });
  serve(app, contract.markSideSeen, 'conversation.read', async (ctx, { params }) => {
    await markSideSeen(ctx, params.id);
    return undefined;
  });
  serve(app, contract.retrySideMessage, 'conversation.reply', async (ctx, { params }) => one(ctx, await retrySideMessage(ctx, params.id)));
}
