import * as contract from '@madoguchi/contract/article-life.ts';
import { setArticleBrands as articleBrands } from '@madoguchi/contract/brands.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { moveArticle } from './addresses.commands.ts';
import { setAudience } from './audience.commands.ts';
import { setArticleBrands } from './brands.commands.ts';
import { careForArticle, markChecked } from './care.commands.ts';
import { articleHistory } from './history.queries.ts';
import { requestReview } from './review.commands.ts';
import { scheduleArticle } from './schedule.commands.ts';
import { confirmTranslation, translateArticle } from './translations.commands.ts';
import { translationsOf } from './translations.queries.ts';

const dateOf = (at: string | null) => (at === null ? null : new Date(at));

/** What happens to an article beside being written: reviews, dates, checks. */
export function lifeRoutes(app: FastifyInstance): void {
  serve(app, contract.requestArticleReview, 'knowledge.write', (ctx, { params, body }) => requestReview(ctx, params.id, body.requested));
  serve(app, contract.scheduleArticle, 'knowledge.write', (ctx, { params, body }) =>
    scheduleArticle(ctx, params.id, { publishAt: dateOf(body.publishAt), archiveAt: dateOf(body.archiveAt) }),
  );
  serve(app, contract.careForArticle, 'knowledge.write', (ctx, { params, body }) => careForArticle(ctx, params.id, body));
  serve(app, contract.moveArticle, 'knowledge.write', (ctx, { params, body }) => moveArticle(ctx, params.id, body.slug));
  serve(app, contract.setArticleAudience, 'knowledge.write', (ctx, { params, body }) => setAudience(ctx, params.id, body.audience));
  serve(app, articleBrands, 'knowledge.write', (ctx, { params, body }) => setArticleBrands(ctx, params.id, body.brandIds));
  serve(app, contract.listArticleTranslations, 'knowledge.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => translationsOf(tx, ctx.viewer.workspaceId, params.id)),
  }));
  serve(app, contract.listArticleHistory, 'knowledge.read', async (ctx, { params }) => ({
    items: await ctx.transaction((tx) => articleHistory(tx, ctx.viewer.workspaceId, params.id)),
  }));
  serve(app, contract.translateArticle, 'knowledge.write', (ctx, { params }) => translateArticle(ctx, params.id));
  serve(app, contract.confirmTranslation, 'knowledge.write', (ctx, { params }) => confirmTranslation(ctx, params.id));
  serve(app, contract.markArticleChecked, 'knowledge.write', (ctx, { params }) => markChecked(ctx, params.id));
}
