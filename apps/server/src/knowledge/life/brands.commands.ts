import type { Article } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { articleBrandUnknown } from '../knowledge.errors.ts';
import { articleBrandsChanged } from '../knowledge.events.ts';
import { toArticle } from '../knowledge.rules.ts';
import { changeArticle, lockArticle } from '../lock-article.ts';

/** Says whose customers an article is for; null for those of every brand. The same again changes nothing. @throws notFound · articleBrandUnknown */
export async function setArticleBrands(ctx: Ctx, id: string, wish: readonly string[] | null): Promise<Article> {
  const brandIds = wish && [...new Set(wish)].sort();
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    if (String(stored.brand_ids) === String(brandIds)) return toArticle(stored);
    if (brandIds) await holdBrands(ctx, tx, brandIds);
    const changed = await changeArticle(ctx, tx, id, { brand_ids: brandIds });
    await ctx.append(tx, articleBrandsChanged({ articleId: id, brandIds }));
    return toArticle(changed);
  });
}

/** So that none is removed meanwhile. @throws articleBrandUnknown */
async function holdBrands(ctx: Ctx, tx: Tx, ids: readonly string[]): Promise<void> {
  const held = await tx
    .selectFrom('brands')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', sql<string>`any(${ids})`)
    .forKeyShare()
    .execute();
  if (held.length < ids.length) throw articleBrandUnknown();
}
