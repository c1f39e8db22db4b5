import { tryBot } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import { toHit } from '../../knowledge/find-articles.queries.ts';
import { publishedByIds } from '../../knowledge/help-center.queries.ts';
import { everyone } from '../../knowledge/readers.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { serve } from '../../platform/http/routes.ts';
import type { Found } from '../bot.types.ts';

type Deps = {
  /** The very function the bot answers with. */
  find: (ctx: Ctx, question: string, inboxId: null) => Promise<Found>;
};

/** Shows an editor what the bot would do; no step is kept and no fact written. */
export function tryRoutes(app: FastifyInstance, { find }: Deps): void {
  serve(app, tryBot, 'knowledge.read', async (ctx, { body }) => {
    const { decision, confidence, candidates } = await find(ctx, body.question, null);
    const scores = new Map(candidates.map(({ articleId, score }) => [articleId, score]));
    const articles = await ctx.transaction((tx) => publishedByIds(tx, everyone(ctx.viewer.workspaceId), [...scores.keys()]));
    return { decision, confidence, hits: articles.map((article) => toHit({ article, score: scores.get(article.id) ?? 0 })) };
  });
}
