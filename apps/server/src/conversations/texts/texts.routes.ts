import * as contract from '@madoguchi/contract/canned-responses.ts';
import type { FastifyInstance } from 'fastify';
import type { Files } from '../../platform/files/files.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { serve } from '../../platform/http/routes.ts';
import { presentAttachment } from '../attachments/attachments.queries.ts';
import { lockConversation } from '../commands/lock.ts';
import { knownOf } from './situation.queries.ts';
import type { CannedIndex } from './suggest/canned-index.ts';
import { suggestCanned } from './suggest/suggest.queries.ts';
import { useCanned } from './uses.commands.ts';
import { cannedUsage } from './uses.queries.ts';

/** Texts with variables, where a conversation is known. */
export function textsRoutes(app: FastifyInstance, { files, links, index }: { files: Files; links: FileLinks; index: CannedIndex }): void {
  serve(app, contract.textValues, 'conversation.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => knownOf(ctx, tx, await lockConversation(ctx, tx, params.id))),
  );
  serve(app, contract.useCannedResponse, 'conversation.reply', async (ctx, { params, body }) => ({
    files: (await useCanned(ctx, files, params.id, body.cannedId)).map((row) => presentAttachment(row, links)),
  }));
  serve(app, contract.suggestCannedResponses, 'conversation.read', async (ctx, { params }) => ({
    ids: await suggestCanned(ctx, index, params.id),
  }));
  serve(app, contract.cannedUsage, 'canned.read', async (ctx) => ({
    items: await ctx.transaction((tx) => cannedUsage(tx, ctx.viewer.workspaceId, ctx.clock.now())),
  }));
}
