// What customers may read: published articles only, whoever looks.
import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { articlePath } from './knowledge.rules.ts';
import type { PublishedArticle, StoredArticle } from './knowledge.types.ts';
import { markOfSlug } from './slug.rules.ts';

const published = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('articles').selectAll().where('workspace_id', '=', workspaceId).where('status', '=', 'published');

const present = (row: StoredArticle): PublishedArticle => ({
  id: row.id,
  slug: row.slug,
  url: articlePath(row),
  locale: row.locale,
  category: row.category,
  question: row.question,
  answer: row.answer,
  examples: row.examples,
  version: row.version,
  publishedAt: row.published_at ?? row.created_at,
  updatedAt: row.updated_at,
});

/** The published articles of a language, or of one category of it, in the order in which they were written. */
export async function publishedArticles(
  tx: Tx,
  workspaceId: string,
  { locale, category, limit = 500 }: { locale: Locale; category?: string; limit?: number },
): Promise<PublishedArticle[]> {
  const rows = await published(tx, workspaceId)
    .where('locale', '=', locale)
    .$if(category !== undefined, (query) => query.where('category', '=', category ?? ''))
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(present);
}

/** The categories of a language with how many published articles each has, in the order in which they came up; '' for none. */
export async function publishedCategories(tx: Tx, workspaceId: string, locale: Locale): Promise<{ name: string; count: number }[]> {
  return tx
    .selectFrom('articles')
    .select(['category as name', ({ fn }) => fn.countAll<number>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'published')
    .where('locale', '=', locale)
    .groupBy('category')
    .orderBy(({ fn }) => fn.min('created_at'))
    .orderBy(({ fn }) => fn.min('id'))
    .execute();
}

/**
 * The published article at an address. An address whose end was cut off or has changed still finds it: compare the slug and redirect.
 * Articles of two languages may share a slug, which makes them translations of one another.
 */
export async function articleBySlug(tx: Tx, workspaceId: string, locale: Locale, slug: string): Promise<PublishedArticle | null> {
  if (slug.includes('\0')) return null;
  const inLocale = published(tx, workspaceId).where('locale', '=', locale);
  const exact = await inLocale.where('slug', '=', slug).executeTakeFirst();
  if (exact) return present(exact);
  const mark = markOfSlug(slug);
  if (mark === null) return null;
  const marked = await inLocale.where(sql<boolean>`right(id, ${mark.length}) = ${mark}`).executeTakeFirst();
  return marked ? present(marked) : null;
}

/** Published articles in the order of the ids; those taken back meanwhile are left out. */
export async function publishedByIds(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<PublishedArticle[]> {
  if (ids.length === 0) return [];
  const rows = await published(tx, workspaceId).where('id', '=', sql<string>`any(${ids})`).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(present);
}

/** Those that more readers found helpful than not come first, by how many more; without votes, the newest. */
export async function mostHelpful(tx: Tx, workspaceId: string, locale: Locale, limit: number): Promise<PublishedArticle[]> {
  const rows = await published(tx, workspaceId)
    .where('locale', '=', locale)
    .orderBy(sql`helpful_yes - helpful_no`, 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(present);
}

/** Last published first. */
export async function recentlyPublished(tx: Tx, workspaceId: string, locale: Locale, limit: number): Promise<PublishedArticle[]> {
  const rows = await published(tx, workspaceId)
    .where('locale', '=', locale)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(present);
}
