import type { BulkAction } from '@madoguchi/contract/bulk.ts';
import * as contract from '@madoguchi/contract/bulk.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { forbidden } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { conversationsById } from '../queries/read.ts';
import { actOnMany } from './bulk.commands.ts';
import { undoBulk } from './undo-bulk.commands.ts';

/** What is done to many needs the right to do it to one. */
const guards: Readonly<Record<BulkAction['kind'], string>> = {
  assign: 'conversation.assign',
  status: 'conversation.status',
  tags: 'conversation.tag',
  priority: 'conversation.tag',
  snooze: 'conversation.status',
  spam: 'conversation.status',
  merge: 'conversation.status',
};

/** One thing done to many. */
export function bulkRoutes(app: FastifyInstance): void {
  const asTheyAre = async (ctx: Ctx, ids: string[]) => [
    ...(await ctx.transaction((tx) => conversationsById(tx, ctx.viewer.workspaceId, ids))).values(),
  ];
  serve(app, contract.actOnMany, 'conversation.status', async (ctx, { body }) => {
    if (!ctx.may(guards[body.action.kind])) throw forbidden();
    const { bulkId, outcomes } = await actOnMany(ctx, body.ids, body.action);
    const changed = outcomes.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    return { bulkId, outcomes, conversations: await asTheyAre(ctx, changed) };
  });
  serve(app, contract.undoBulk, 'conversation.status', async (ctx, { params }) => {
    const outcomes = await undoBulk(ctx, params.id);
    return {
      outcomes,
      conversations: await asTheyAre(
        ctx,
        outcomes.map(({ id }) => id),
      ),
    };
  });
}
