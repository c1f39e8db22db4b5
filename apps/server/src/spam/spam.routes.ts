import * as contract from '@madoguchi/contract/spam.ts';
import type { FastifyInstance } from 'fastify';
import { markSpam, unmarkSpam } from '../conversations/commands/spam.ts';
import { conversationById } from '../conversations/queries/read.ts';
import { serve } from '../platform/http/routes.ts';
import { addBlock, blockable, removeBlock, unblockSender } from './blocks/blocks.commands.ts';
import { listBlocks } from './blocks/blocks.queries.ts';
import { senderOf } from './blocks/sender.queries.ts';
import { switchFilter } from './filter/filter.commands.ts';
import { spamFilterOf } from './filter/filter.queries.ts';

export function spamRoutes(app: FastifyInstance): void {
  serve(app, contract.listSpamBlocks, 'workspace.read', (ctx, { query }) =>
    ctx.transaction((tx) => listBlocks(tx, ctx.viewer.workspaceId, query)),
  );
  serve(app, contract.addSpamBlock, 'inbox.manage', (ctx, { body }) => addBlock(ctx, body));
  serve(app, contract.removeSpamBlock, 'inbox.manage', async (ctx, { params, query }) => {
    await removeBlock(ctx, params.id, query.release === 'yes');
    return undefined;
  });
  serve(app, contract.getSpamFilter, 'workspace.read', (ctx) => ctx.transaction((tx) => spamFilterOf(tx, ctx.viewer.workspaceId)));
  serve(app, contract.switchSpamFilter, 'inbox.manage', async (ctx, { body }) => {
    await switchFilter(ctx, body.on);
    return ctx.transaction((tx) => spamFilterOf(tx, ctx.viewer.workspaceId));
  });
  serve(app, contract.setConversationSpam, 'conversation.status', async (ctx, { params, body: { spam, sender } }) => {
    const from = sender ? await ctx.transaction((tx) => senderOf(tx, ctx.viewer.workspaceId, params.id)) : null;
    if (spam) {
      if (from) await blockable(ctx, from);
      // First its own mark, which the filter learns from; what else is open from the sender follows with the block.
      await markSpam(ctx, params.id);
      if (from) await addBlock(ctx, { ...from, because: '' });
    } else {
      if (from) await unblockSender(ctx, from);
      await unmarkSpam(ctx, params.id);
    }
    return ctx.transaction((tx) => conversationById(tx, ctx.viewer.workspaceId, params.id));
  });
}
