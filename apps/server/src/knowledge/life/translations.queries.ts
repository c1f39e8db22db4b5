import type { ArticleTranslation } from '@madoguchi/contract/article-life.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { isTranslationBehind } from './marks.queries.ts';

/** For an update of `articles`: the version of the original as it is now; null for what is no translation. The original was written first. */
export const versionOfOriginal = sql<number | null>`(
  select s.version from articles s
  where s.workspace_id = articles.workspace_id and s.slug = articles.slug and s.locale <> articles.locale
    and (s.created_at, s.id) < (articles.created_at, articles.id))`;

/** An article in every language it is written in, itself too; the original first. @throws notFound */
export async function translationsOf(tx: Tx, workspaceId: string, id: string): Promise<ArticleTranslation[]> {
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'locale', 'status', 'audience', 'question', isTranslationBehind.as('isBehind')])
    .where('workspace_id', '=', workspaceId)
    .where('slug', '=', (eb) =>
      eb.selectFrom('articles as own').select('own.slug').where('own.workspace_id', '=', workspaceId).where('own.id', '=', id),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) throw notFound();
  return rows;
}
