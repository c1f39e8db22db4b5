import * as contract from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { categoriesRoutes } from './categories/categories.routes.ts';
import { createArticle, saveArticle, setArticleStatus } from './knowledge.commands.ts';
import { articleById, listArticles, summarizeArticles } from './knowledge.queries.ts';
import { findForAgents, type Searches } from './life/find-for-agents.queries.ts';
import { lifeRoutes } from './life/life.routes.ts';
import { beholderOf, myChecksDue } from './life/marks.queries.ts';
import { addSynonyms, changeSynonyms, removeSynonyms } from './own-synonyms/synonyms.commands.ts';
import { listSynonyms } from './own-synonyms/synonyms.queries.ts';
import { pinArticle } from './pins.commands.ts';
import { articleVersion, listVersions } from './versions.queries.ts';

/** Words of this company that mean the same. */
function synonymRoutes(app: FastifyInstance): void {
  serve(app, contract.listSynonyms, 'knowledge.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listSynonyms(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, contract.createSynonym, 'knowledge.write', (ctx, { body }) => addSynonyms(ctx, body.words));
  serve(app, contract.updateSynonym, 'knowledge.write', (ctx, { params, body }) => changeSynonyms(ctx, params.id, body.words));
  serve(app, contract.deleteSynonym, 'knowledge.write', async (ctx, { params }) => {
    await removeSynonyms(ctx, params.id);
    return undefined;
  });
}

export function knowledgeRoutes(app: FastifyInstance, searches: Searches): void {
  synonymRoutes(app);
  lifeRoutes(app);
  categoriesRoutes(app);
  serve(app, contract.listArticles, 'knowledge.read', (ctx, { query }) =>
    ctx.transaction((tx) => listArticles(tx, ctx.viewer.workspaceId, query, beholderOf(ctx))),
  );
  serve(app, contract.summarizeArticles, 'knowledge.read', (ctx) =>
    ctx.transaction((tx) => summarizeArticles(tx, ctx.viewer.workspaceId, beholderOf(ctx))),
  );
  serve(app, contract.countMyChecks, 'knowledge.read', async (ctx) => ({
    due: await ctx.transaction((tx) => myChecksDue(tx, ctx.viewer.workspaceId, beholderOf(ctx))),
  }));
  serve(app, contract.searchArticles, 'knowledge.read', async (ctx, { query }) => {
    return { hits: await findForAgents(ctx, searches, query.q, query.limit) };
  });
  serve(app, contract.getArticle, 'knowledge.read', (ctx, { params }) =>
    ctx.transaction((tx) => articleById(tx, ctx.viewer.workspaceId, params.id)),
  );
  serve(app, contract.listArticleVersions, 'knowledge.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => listVersions(tx, ctx.viewer.workspaceId, params.id)),
  }));
  serve(app, contract.getArticleVersion, 'knowledge.read', (ctx, { params }) =>
    ctx.transaction((tx) => articleVersion(tx, ctx.viewer.workspaceId, params.id, params.version)),
  );
  serve(app, contract.createArticle, 'knowledge.write', (ctx, { body: { key, ...content } }) => createArticle(ctx, content, { key }));
  serve(app, contract.updateArticle, 'knowledge.write', (ctx, { params, body }) => saveArticle(ctx, params.id, body));
  serve(app, contract.pinArticle, 'knowledge.write', (ctx, { params, body }) => pinArticle(ctx, params.id, body.pinned));
  serve(app, contract.setArticleStatus, 'knowledge.write', (ctx, { params, body }) => setArticleStatus(ctx, params.id, body.status));
}
