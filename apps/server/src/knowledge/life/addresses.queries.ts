import type { Locale } from '@madoguchi/contract/common.ts';
import type { Tx } from '../../platform/db/db.ts';
import { publishedByIds } from '../help-center.queries.ts';
import type { PublishedArticle, Readers } from '../knowledge.types.ts';

/** The published article that was found at an address before it moved; null when there is none. */
export async function articleMovedFrom(tx: Tx, readers: Readers, locale: Locale, slug: string): Promise<PublishedArticle | null> {
  if (slug.includes('\0')) return null;
  const row = await tx
    .selectFrom('article_slugs')
    .select('article_id')
    .where('workspace_id', '=', readers.workspaceId)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .executeTakeFirst();
  const [article] = row ? await publishedByIds(tx, readers, [row.article_id]) : [];
  return article ?? null;
}
