import type { embeddingState as contract } from '@madoguchi/contract/embeddings.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { entriesOf } from '../searchable.queries.ts';
import { type Part, partsOf } from './texts.rules.ts';
import type { VectorSetsTable } from './vectors.tables.ts';

export type VectorSet = Selectable<VectorSetsTable>;

export const vectorSets = (tx: Tx, workspaceId: string): Promise<VectorSet[]> =>
  tx.selectFrom('vector_sets').selectAll().where('workspace_id', '=', workspaceId).orderBy('created_at').execute();

/** Vectors of a set, in no order: of all articles, or of some. */
export const vectorsOf = (tx: Tx, { workspace_id, id }: VectorSet, articleIds?: readonly string[]) =>
  tx
    .selectFrom('article_vectors')
    .select(['article_id', 'vector'])
    .where('workspace_id', '=', workspace_id)
    .where('set_id', '=', id)
    .$if(articleIds !== undefined, (query) => query.where('article_id', '=', sql<string>`any(${articleIds})`))
    .execute();

/** What a set lacks of the articles that customers may find, and which of its vectors are of no article or text any more. */
export type Difference = { missing: Part[]; gone: { articleId: string; part: number }[] };

/** Compares a set with the articles, all or some: by the hashes of the texts. */
export async function differenceOf(tx: Tx, set: VectorSet, articleIds?: readonly string[]): Promise<Difference> {
  const wanted = (await entriesOf(tx, set.workspace_id, 'public', articleIds)).flatMap(partsOf);
  const rows = await tx
    .selectFrom('article_vectors')
    .select(['article_id', 'part', 'text_hash'])
    .where('workspace_id', '=', set.workspace_id)
    .where('set_id', '=', set.id)
    .$if(articleIds !== undefined, (query) => query.where('article_id', '=', sql<string>`any(${articleIds})`))
    .execute();
  const nameOf = (articleId: string, part: number) => `${articleId} ${part}`;
  const kept = new Map(rows.map((row) => [nameOf(row.article_id, row.part), row.text_hash]));
  const names = new Set(wanted.map(({ articleId, part }) => nameOf(articleId, part)));
  return {
    missing: wanted.filter(({ articleId, part, hash }) => kept.get(nameOf(articleId, part)) !== hash),
    gone: rows.flatMap(({ article_id, part }) => (names.has(nameOf(article_id, part)) ? [] : [{ articleId: article_id, part }])),
  };
}

/** How far the articles are embedded, as administrators see it. */
export async function embeddingStateOf(ctx: Ctx): Promise<OutputOf<typeof contract>> {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const { articles } = await tx
      .selectFrom('articles')
      .select(({ fn }) => fn.countAll<number>().as('articles'))
      .where('workspace_id', '=', workspaceId)
      .where('status', '=', 'published')
      .where('audience', '=', 'public')
      .executeTakeFirstOrThrow();
    const sets = await tx
      .selectFrom('vector_sets as s')
      .leftJoin('article_vectors as v', (join) => join.onRef('v.workspace_id', '=', 's.workspace_id').onRef('v.set_id', '=', 's.id'))
      .where('s.workspace_id', '=', workspaceId)
      .groupBy(['s.workspace_id', 's.id'])
      .select(['s.model', 's.width', 's.in_use', sql<number>`count(distinct v.article_id)::int`.as('articles')])
      .orderBy('s.created_at', 'desc')
      .execute();
    const state = await tx.selectFrom('embedding_state').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();
    const shown = (inUse: boolean) => {
      const set = sets.find(({ in_use }) => in_use === inUse);
      return set ? { model: set.model, width: set.width, articles: set.articles } : null;
    };
    return {
      articles,
      inUse: shown(true),
      next: shown(false),
      failure: state?.failure ?? null,
      detail: state?.detail ?? null,
      failedAt: state?.failed_at?.toISOString() ?? null,
    };
  });
}
