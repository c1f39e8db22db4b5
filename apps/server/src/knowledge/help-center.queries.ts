// What customers may read: what is published for the customers of their brand. Every way of theirs to an article goes through here or `toCustomers`.
import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { articlePath } from './knowledge.rules.ts';
import type { PublishedArticle, Readers, StoredArticle } from './knowledge.types.ts';
import { withOwnLinks } from './readers.rules.ts';
import { markOfSlug } from './slug.rules.ts';
import { toCustomers } from './to-customers.ts';

const published = (tx: Tx, readers: Readers) =>
  tx.selectFrom('articles').selectAll().where('workspace_id', '=', readers.workspaceId).where(toCustomers('articles', readers));

const present = (row: StoredArticle, readers: Readers): PublishedArticle => ({
  id: row.id,
  slug: row.slug,
  url: articlePath(row, readers.base),
  brandIds: row.brand_ids,
  locale: row.locale,
  category: row.category,
  question: row.question,
  answer: withOwnLinks(row.answer, readers),
  examples: row.examples,
  version: row.version,
  publishedAt: row.published_at ?? row.created_at,
  updatedAt: row.updated_at,
});

/** The published articles of a language, or of one category of it, in the order in which they were written. */
export async function publishedArticles(
  tx: Tx,
  readers: Readers,
  { locale, category, limit = 500 }: { locale: Locale; category?: string; limit?: number },
): Promise<PublishedArticle[]> {
  const rows = await published(tx, readers)
    .where('locale', '=', locale)
    .$if(category !== undefined, (query) => query.where('category', '=', category ?? ''))
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => present(row, readers));
}

/**
 * The published article at an address. An address whose end was cut off or has changed still finds it: compare the slug and redirect.
 * Articles of two languages may share a slug, which makes them translations of one another.
 */
export async function articleBySlug(tx: Tx, readers: Readers, locale: Locale, slug: string): Promise<PublishedArticle | null> {
  if (slug.includes('\0')) return null;
  const inLocale = published(tx, readers).where('locale', '=', locale);
  const exact = await inLocale.where('slug', '=', slug).executeTakeFirst();
  if (exact) return present(exact, readers);
  const mark = markOfSlug(slug);
  if (mark === null) return null;
  const marked = await inLocale.where(sql<boolean>`right(id, ${mark.length}) = ${mark}`).executeTakeFirst();
  return marked ? present(marked, readers) : null;
}

/** Published articles in the order of the ids; those taken back meanwhile are left out. */
export async function publishedByIds(tx: Tx, readers: Readers, ids: readonly string[]): Promise<PublishedArticle[]> {
  if (ids.length === 0) return [];
  const rows = await published(tx, readers).where('id', '=', sql<string>`any(${ids})`).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map((row) => present(row, readers));
}

/** Those that more readers found helpful than not come first, by how many more; without votes, the newest. */
export async function mostHelpful(tx: Tx, readers: Readers, locale: Locale, limit: number): Promise<PublishedArticle[]> {
  const rows = await published(tx, readers)
    .where('locale', '=', locale)
    .orderBy(sql`helpful_yes - helpful_no`, 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => present(row, readers));
}

/** Last published first. */
export async function recentlyPublished(tx: Tx, readers: Readers, locale: Locale, limit: number): Promise<PublishedArticle[]> {
  const rows = await published(tx, readers)
    .where('locale', '=', locale)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => present(row, readers));
}

/** Those that an editor put at the head of the FAQ, last pinned first. */
export async function pinnedIds(tx: Tx, readers: Readers, locale: Locale, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', readers.workspaceId)
    .where(toCustomers('articles', readers))
    .where('locale', '=', locale)
    .where('pinned_at', 'is not', null)
    .orderBy('pinned_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Ids of the published articles that answered most often in the last days: read here, found helpful here, given elsewhere (`answered`: how
 * often, by id). Those that nobody has read yet come in the order of mostHelpful.
 */
export async function idsByFrequency(
  tx: Tx,
  readers: Readers,
  { locale, days, answered, limit }: { locale: Locale; days: number; answered: ReadonlyMap<string, number>; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from articles a
    left join (
      select article_id, sum(views + helpful_yes) as times from article_views
      where workspace_id = ${readers.workspaceId} and day > (now() at time zone 'utc')::date - ${days}::integer group by article_id
    ) v on v.article_id = a.id
    left join unnest(${[...answered.keys()]}::text[], ${[...answered.values()]}::integer[]) b(id, times) on b.id = a.id
    where a.workspace_id = ${readers.workspaceId} and ${toCustomers('a', readers)} and a.locale = ${locale}
    order by coalesce(v.times, 0) + coalesce(b.times, 0) desc, a.helpful_yes - a.helpful_no desc, a.published_at desc, a.id desc
    limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The category of the other language that holds most translations of a category's articles; null when none does. */
export async function categoryInOtherLanguage(tx: Tx, readers: Readers, locale: Locale, category: string): Promise<string | null> {
  const row = await tx
    .selectFrom('articles as own')
    .innerJoin('articles as other', (join) =>
      join
        .onRef('other.workspace_id', '=', 'own.workspace_id')
        .onRef('other.slug', '=', 'own.slug')
        .onRef('other.locale', '!=', 'own.locale'),
    )
    .select(['other.category', ({ fn }) => fn.countAll().as('shared')])
    .where('own.workspace_id', '=', readers.workspaceId)
    .where('own.locale', '=', locale)
    .where('own.category', '=', category)
    .where(toCustomers('own', readers))
    .where(toCustomers('other', readers))
    .groupBy('other.category')
    .orderBy('shared', 'desc')
    .orderBy('other.category')
    .limit(1)
    .executeTakeFirst();
  return row?.category ?? null;
}

export type PublishedAddress = { locale: Locale; slug: string; category: string; updatedAt: Date };

/** Every published article's address, in the order of writing; as many as a site map may hold. */
export async function publishedAddresses(tx: Tx, readers: Readers): Promise<PublishedAddress[]> {
  return tx
    .selectFrom('articles')
    .select(['locale', 'slug', 'category', 'updated_at as updatedAt'])
    .where('workspace_id', '=', readers.workspaceId)
    .where(toCustomers('articles', readers))
    .orderBy('created_at')
    .orderBy('id')
    .limit(40_000)
    .execute();
}

/** Changes whenever an article does, or is pinned, or a category moves: one short statement, so that a page made earlier can be known to be still right. */
export async function knowledgeVersion(ctx: Ctx): Promise<string> {
  const { workspaceId } = ctx.viewer;
  const query = sql<{ version: string }>`select concat(
    (select id || version || updated_at from articles where workspace_id = ${workspaceId} order by updated_at desc, id desc limit 1), ' ',
    (select count(*) || max(pinned_at)::text from articles where workspace_id = ${workspaceId} and pinned_at is not null), ' ',
    (select count(*) || max(updated_at)::text from article_categories where workspace_id = ${workspaceId})
  ) as version`;
  const [row] = await ctx.statement((compile) => ({ compile: () => query.compile(compile) }));
  return row?.version ?? '';
}
