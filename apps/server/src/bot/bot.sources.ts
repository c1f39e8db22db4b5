import { publishedByIds } from '../knowledge/help-center.queries.ts';
import type { KnowledgeSearch } from '../knowledge/knowledge.types.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { BotSources } from './bot.commands.ts';
import { hoursFor } from './bot.hours.ts';
import type { Found } from './bot.types.ts';
import { decide } from './decide/decide.rules.ts';

/** How many articles are looked at for an answer; the decision weighs the first against the second. */
const LOOKED_AT = 10;

/** What the bot knows: the company's published articles and business hours. The same `find` serves the bot and an editor trying it. */
export function botSources(search: KnowledgeSearch): BotSources & { find: (ctx: Ctx, question: string) => Promise<Found> } {
  return {
    find: async (ctx, question) => {
      const result = await search.search(ctx.viewer.workspaceId, question, { limit: LOOKED_AT });
      const { decision, confidence, figures, candidates, because } = decide(result);
      const articles = await ctx.transaction((tx) =>
        publishedByIds(
          tx,
          ctx.viewer.workspaceId,
          candidates.map(({ id }) => id),
        ),
      );
      const titles = new Map(articles.map(({ id, question: title }) => [id, title]));
      const known = candidates.filter(({ id }) => titles.has(id));
      // An article taken back a moment ago is not quoted: without it nothing is known.
      if (decision !== 'handoff' && known.length === 0)
        return { decision: 'handoff', confidence, figures, candidates: [], because: 'article_gone' };
      return {
        decision,
        confidence,
        figures,
        because,
        candidates: known.map(({ id, score }) => ({ articleId: id, title: titles.get(id)!, score })),
      };
    },
    articleToQuote: async (tx, workspaceId, articleId) => (await publishedByIds(tx, workspaceId, [articleId]))[0] ?? null,
    hours: hoursFor,
  };
}
