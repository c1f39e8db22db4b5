import * as contract from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { dismissUnanswered, draftFromUnanswered } from './unanswered.commands.ts';
import { listUnanswered } from './unanswered.queries.ts';

export function unansweredRoutes(app: FastifyInstance): void {
  serve(app, contract.listUnanswered, 'knowledge.read', async (ctx) => ({ items: await listUnanswered(ctx) }));
  serve(app, contract.draftFromUnanswered, 'knowledge.write', (ctx, { body }) => draftFromUnanswered(ctx, body.question, body.replyId));
  serve(app, contract.dismissUnanswered, 'knowledge.write', async (ctx, { body }) => {
    await dismissUnanswered(ctx, body.question);
    return undefined;
  });
}
