import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { findArticles, toHit } from '../find-articles.queries.ts';
import type { KnowledgeSearch } from '../knowledge.types.ts';

type Searches = { search: KnowledgeSearch; internal: KnowledgeSearch };

/** What answers a question, for the people who answer: what customers may read and what only the house may know, best of both first. */
export async function findForAgents(ctx: Ctx, { search, internal }: Searches, question: string, limit: number): Promise<ArticleHit[]> {
  const [open, own] = await Promise.all([findArticles(ctx, search, question, { limit }), findInternal(ctx, internal, question, limit)]);
  return inTurn(open.map(toHit), own).slice(0, limit);
}

async function findInternal(ctx: Ctx, internal: KnowledgeSearch, question: string, limit: number): Promise<ArticleHit[]> {
  const { workspaceId } = ctx.viewer;
  const { hits } = await internal.search(workspaceId, question, { limit });
  const ids = hits.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('articles')
      .select(['id', 'question', 'answer'])
      .where('workspace_id', '=', workspaceId)
      .where('status', '=', 'published')
      .where('audience', '=', 'internal')
      .where('id', '=', sql<string>`any(${ids})`)
      .execute(),
  );
  return hits.flatMap(({ id, score }) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    return [{ articleId: id, audience: 'internal' as const, question: row.question, answer: row.answer, url: `/knowledge/${id}`, score }];
  });
}

/** Scores of two indexes do not compare: their hits take turns, each in its own order. */
function inTurn(first: readonly ArticleHit[], second: readonly ArticleHit[]): ArticleHit[] {
  const longer = Math.max(first.length, second.length);
  return Array.from({ length: longer }, (_, at) => [first[at], second[at]])
    .flat()
    .filter((hit) => hit !== undefined);
}
