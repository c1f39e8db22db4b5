import * as contract from '@madoguchi/contract/checked-questions.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { addChecked, removeChecked } from './checked.commands.ts';
import { listChecked } from './checked.queries.ts';

export function checkedRoutes(app: FastifyInstance): void {
  serve(app, contract.listCheckedQuestions, 'knowledge.read', (ctx, { query }) =>
    ctx.transaction((tx) => listChecked(tx, ctx.viewer.workspaceId, query)),
  );
  serve(app, contract.addCheckedQuestion, 'knowledge.write', (ctx, { body }) => addChecked(ctx, body.question, body.articleId));
  serve(app, contract.removeCheckedQuestion, 'knowledge.write', async (ctx, { params }) => {
    await removeChecked(ctx, params.id);
    return undefined;
  });
}
