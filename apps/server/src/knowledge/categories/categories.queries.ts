import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { Readers } from '../knowledge.types.ts';
import { toCustomers } from '../to-customers.ts';
import { inTreeOrder, MOST_LEVELS, type Placed } from './tree.rules.ts';

export type CategoryNode = Placed & { count: number; depth: number };

/** The categories of a language in their tree, those without a place last; `count`: articles not archived. */
export const categoryTree = (tx: Tx, workspaceId: string, locale: Locale) =>
  tree(tx, workspaceId, locale, sql<boolean>`articles.status <> 'archived'`);

/** The places that somebody gave to the categories of a language, in their order. */
export const placedCategories = (tx: Tx, workspaceId: string, locale: Locale): Promise<Placed[]> =>
  tx
    .selectFrom('article_categories')
    .select(['name', 'parent'])
    .where('workspace_id', '=', workspaceId)
    .where('locale', '=', locale)
    .orderBy('position')
    .execute();

/** As customers see it: those with published articles in them or beneath them; '' for the articles without one, last. */
export async function publishedTree(tx: Tx, readers: Readers, locale: Locale): Promise<CategoryNode[]> {
  const nodes = await tree(tx, readers.workspaceId, locale, toCustomers('articles', readers));
  const wanted = new Set<string | null>();
  // From below: a category is wanted for its own articles, or for a child that is.
  for (const { name, parent, count } of nodes.toReversed()) {
    if (count === 0 && !wanted.has(name)) continue;
    wanted.add(name).add(parent);
  }
  return nodes.filter(({ name }) => wanted.has(name));
}

/** The names from the top down to a category, itself the last. */
export async function pathToCategory(tx: Tx, workspaceId: string, locale: Locale, name: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive above as (
      select name, parent, 0 as up from article_categories where workspace_id = ${workspaceId} and locale = ${locale} and name = ${name}
      union all
      select c.name, c.parent, up + 1 from article_categories c join above on c.name = above.parent
      where c.workspace_id = ${workspaceId} and c.locale = ${locale} and up < ${MOST_LEVELS})
    select name from above order by up desc`.execute(tx);
  return rows.length > 0 ? rows.map((row) => row.name) : [name];
}

async function tree(tx: Tx, workspaceId: string, locale: Locale, counts: ReturnType<typeof sql<boolean>>): Promise<CategoryNode[]> {
  const { rows } = await sql<Placed & { count: number }>`
    with used as (
      select category as name, count(*) as count, min(created_at) as first_at, min(id) as first_id
      from articles where workspace_id = ${workspaceId} and locale = ${locale} and ${counts} group by category)
    select coalesce(c.name, used.name) as name, c.parent, coalesce(used.count, 0)::integer as count
    from used full join (select name, parent, position from article_categories where workspace_id = ${workspaceId} and locale = ${locale}) c
      on c.name = used.name
    order by coalesce(used.name, c.name) = '', c.position nulls last, used.first_at, used.first_id`.execute(tx);
  return inTreeOrder(rows);
}
