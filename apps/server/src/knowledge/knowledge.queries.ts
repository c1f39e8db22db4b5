import type { Article } from '@madoguchi/contract/knowledge.ts';
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { keysetOf, readKeyset } from '../platform/db/keyset.ts';
import type { Tables } from '../platform/db/tables.ts';
import { notFound } from '../platform/http/refusal.ts';
import { toArticle, toListed } from './knowledge.rules.ts';
import type { ArticleAudience, ArticleStatus } from './knowledge.types.ts';
import { type ArticleMark, type Beholder, countMarks, isTranslationBehind, marked } from './life/marks.queries.ts';

const LISTED = [
  'workspace_id',
  'id',
  'slug',
  'status',
  'locale',
  'category',
  'question',
  'examples',
  'external_id',
  'version',
  'helpful_yes',
  'helpful_no',
  'created_at',
  'updated_at',
  'updated_by',
  'published_at',
  'pinned_at',
  'audience',
  'brand_ids',
  'review_requested_at',
  'review_requested_by',
  'publish_at',
  'archive_at',
  'owner_agent_id',
  'check_every_days',
  'check_due_at',
  'source_version',
] as const;
/** More words than this narrow a search no further. */
const SEARCH_WORDS = 6;

type Filter = { q?: string; status?: ArticleStatus; category?: string; mark?: ArticleMark; audience?: ArticleAudience };

/** A page of articles, last changed first, and how many there are on all pages. */
export async function listArticles(tx: Tx, workspaceId: string, filter: Filter & { cursor?: string; limit: number }, beholder: Beholder) {
  const matching = tx.selectFrom('articles').where('workspace_id', '=', workspaceId).where(matches(filter, beholder));
  const after = readKeyset(filter.cursor);
  // Looking into every answer is what takes the time: the first page of a search counts on the way.
  const countsOnTheWay = filter.q !== undefined && after === null;
  const rows = await matching
    .select(LISTED)
    .select(isTranslationBehind.as('behind'))
    .$if(countsOnTheWay, (query) => query.select(sql<number>`count(*) over ()`.as('found')))
    .$if(after !== null, (query) => query.where(sql<boolean>`(updated_at, id) < (${after?.at}, ${after?.id})`))
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined;
  return {
    items: rows.slice(0, filter.limit).map((row) => ({ ...toListed(row), isTranslationBehind: row.behind })),
    nextCursor: last ? keysetOf(last.updated_at, last.id) : null,
    total: countsOnTheWay ? (rows[0]?.found ?? 0) : await countOf(matching),
  };
}

const countOf = async (matching: SelectQueryBuilder<Tables, 'articles', object>): Promise<number> =>
  (await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total;

const matches = ({ q, status, category, mark, audience }: Filter, beholder: Beholder) => {
  const words = (q?.split(/\s+/) ?? []).filter(Boolean).slice(0, SEARCH_WORDS);
  return (eb: ExpressionBuilder<Tables, 'articles'>) =>
    eb.and([
      ...(status ? [eb('status', '=', status)] : []),
      ...(category !== undefined ? [eb('category', '=', category)] : []),
      ...(audience ? [eb('audience', '=', audience)] : []),
      ...(mark ? [marked(mark, beholder)] : []),
      ...words.map((word) => {
        const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
        return eb.or([eb('question', 'ilike', like), eb('answer', 'ilike', like)]);
      }),
    ]);
};

/** How many articles each status and each mark holds, and the categories of those not archived, most used first. */
export async function summarizeArticles(tx: Tx, workspaceId: string, beholder: Beholder) {
  const byStatus = await tx
    .selectFrom('articles')
    .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('status')
    .execute();
  const categories = await tx
    .selectFrom('articles')
    .select(['category as name', ({ fn }) => fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('status', '!=', 'archived')
    .where('category', '!=', '')
    .groupBy('category')
    .orderBy('count', 'desc')
    .orderBy('category')
    .execute();
  const counts: Record<ArticleStatus, number> = { draft: 0, published: 0, archived: 0 };
  for (const { status, count } of byStatus) counts[status] = count;
  return { counts, marks: await countMarks(tx, workspaceId, beholder), categories };
}

/** @throws notFound */
export async function articleById(tx: Tx, workspaceId: string, id: string): Promise<Article> {
  const row = await tx.selectFrom('articles').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toArticle(row);
}
