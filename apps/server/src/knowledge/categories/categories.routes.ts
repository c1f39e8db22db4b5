import * as contract from '@madoguchi/contract/article-categories.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { arrangeCategories, renameCategory } from './categories.commands.ts';
import { categoryTree } from './categories.queries.ts';

/** The tree of categories of each language. */
export function categoriesRoutes(app: FastifyInstance): void {
  serve(app, contract.listCategories, 'knowledge.read', async (ctx, { query }) => {
    const nodes = await ctx.transaction((tx) => categoryTree(tx, ctx.viewer.workspaceId, query.locale));
    return { items: nodes.filter(({ name }) => name !== '') };
  });
  serve(app, contract.arrangeCategories, 'knowledge.write', async (ctx, { body }) => {
    await arrangeCategories(ctx, body.locale, body.items);
    return undefined;
  });
  serve(app, contract.renameCategory, 'knowledge.write', async (ctx, { body }) => ({
    articles: await renameCategory(ctx, body.locale, body.from, body.to),
  }));
}
