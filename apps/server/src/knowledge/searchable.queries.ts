import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import type { ArticleAudience } from './knowledge.types.ts';
import { plainText } from './plain-text.rules.ts';
import type { Entry } from './search/search.types.ts';

/** The published articles of one audience as a search index takes them: all of them, or those among some ids. */
export async function entriesOf(tx: Tx, workspaceId: string, audience: ArticleAudience, ids?: readonly string[]): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'question', 'answer', 'category', 'examples'])
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'published')
    .where('audience', '=', audience)
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${ids})`))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, answer: plainText(row.answer) }));
}

/** Of these published articles, those that are for some brands only, with these brands; without `ids`, of all. */
export async function brandsOfEntries(tx: Tx, workspaceId: string, ids?: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'brand_ids'])
    .where('workspace_id', '=', workspaceId)
    .where('brand_ids', 'is not', null)
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${ids})`))
    .execute();
  return new Map(rows.map(({ id, brand_ids }) => [id, brand_ids ?? []]));
}
