// What the help center's readers did, counted by day (UTC). Who they are is not kept.
import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';

export type ViewCount = { articleId: string; views: number; fromSearch: number };
/** `query`: as queryToRemember made it. `hits`: the most articles it found. */
export type SearchCount = { query: string; locale: Locale; count: number; hits: number };

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Adds what was gathered to today's counts. */
export async function countReadings(ctx: Ctx, counted: { views: readonly ViewCount[]; searches: readonly SearchCount[] }): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const now = ctx.clock.now();
  const day = dayOf(now);
  // In one order, so that two processes that write at once do not wait for each other in a circle.
  const views = counted.views.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
  const searches = counted.searches.toSorted((a, b) => (`${a.locale}${a.query}` < `${b.locale}${b.query}` ? -1 : 1));
  await ctx.transaction(async (tx) => {
    if (views.length > 0)
      await tx
        .insertInto('article_views')
        .values(
          views.map(({ articleId, views: count, fromSearch }) => ({
            workspace_id: workspaceId,
            article_id: articleId,
            day,
            views: count,
            from_search: fromSearch,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'article_id', 'day']).doUpdateSet({
            views: sql`article_views.views + excluded.views`,
            from_search: sql`article_views.from_search + excluded.from_search`,
          }),
        )
        .execute();
    if (searches.length > 0)
      await tx
        .insertInto('help_searches')
        .values(searches.map((one) => ({ workspace_id: workspaceId, day, last_at: now, ...one })))
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'day', 'locale', 'query']).doUpdateSet({
            count: sql`help_searches.count + excluded.count`,
            hits: sql`greatest(help_searches.hits, excluded.hits)`,
            last_at: now,
          }),
        )
        .execute();
  });
}

/** A reader's answer to 「役に立ちましたか?」, counted on its day beside the article's total. */
export async function countVote(tx: Tx, workspaceId: string, articleId: string, helpful: boolean, at: Date): Promise<void> {
  const column = helpful ? 'helpful_yes' : 'helpful_no';
  await tx
    .insertInto('article_views')
    .values({ workspace_id: workspaceId, article_id: articleId, day: dayOf(at), [column]: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'article_id', 'day'])
        .doUpdateSet(helpful ? { helpful_yes: sql`article_views.helpful_yes + 1` } : { helpful_no: sql`article_views.helpful_no + 1` }),
    )
    .execute();
}
