import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import { helpAddress } from '../../workspaces/brands/brands.rules.ts';
import type { Brands } from '../../workspaces/brands/brands.types.ts';
import { findArticles, toHit } from '../find-articles.queries.ts';
import { articlePath } from '../knowledge.rules.ts';
import type { KnowledgeSearch, PublishedArticle } from '../knowledge.types.ts';
import { everyone } from '../readers.rules.ts';

/** `publicUrl`: the installation's own address, if it is known. */
export type Searches = { search: KnowledgeSearch; internal: KnowledgeSearch; publicUrl?: string | null };

/** What answers a question, for the people who answer: what customers may read and what only the house may know, best of both first. */
export async function findForAgents(
  ctx: Ctx,
  { search, internal, publicUrl = null }: Searches,
  question: string,
  limit: number,
): Promise<ArticleHit[]> {
  const readers = everyone(ctx.viewer.workspaceId);
  const [open, own] = await Promise.all([
    findArticles(ctx, search, readers, question, { limit }),
    findInternal(ctx, internal, question, limit),
  ]);
  const brands = await brandsOf(ctx);
  return inTurn(
    open.map((found) => ({ ...toHit(found), url: whereRead(found.article, brands, publicUrl) })),
    own,
  ).slice(0, limit);
}

/** Agents find the articles of all brands; a link must lead to a help center that has the article. */
function whereRead({ brandIds, locale, slug, url }: PublishedArticle, { all }: Brands, publicUrl: string | null): string {
  const having = brandIds && all.filter(({ id }) => brandIds.includes(id));
  if (!having || having.length === 0 || having.some(({ isDefault }) => isDefault)) return url;
  return articlePath({ locale, slug }, helpAddress(having[0]!, publicUrl));
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
