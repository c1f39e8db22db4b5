import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { categoryTreeRefused } from '../knowledge.errors.ts';
import { articleUpdated, categoriesArranged, categoryRenamed } from '../knowledge.events.ts';
import { versionOfOriginal } from '../life/translations.queries.ts';
import { keepVersions } from '../write-articles.ts';
import { placedCategories } from './categories.queries.ts';
import { type Placed, refuseTree, renamedTree } from './tree.rules.ts';

/**
 * Gives the categories of a language their places: the whole tree at once, siblings in the order given. One that is left out has no place
 * any more; if articles name it, it still stands at the end. @throws categoryTreeRefused
 */
export async function arrangeCategories(ctx: Ctx, locale: Locale, items: readonly Placed[]): Promise<void> {
  const refused = refuseTree(items);
  if (refused) throw categoryTreeRefused({ why: refused });
  await ctx.transaction(async (tx) => {
    await oneAtATime(ctx, tx);
    await putPlaces(ctx, tx, locale, items);
    await ctx.append(tx, categoriesArranged({ locale, count: items.length }));
  });
}

/**
 * Renames a category with all its articles, archived ones too; into one that is there, the two become one. Each article is a new version,
 * so that an editor who has it open is told. Says how many articles moved.
 */
export async function renameCategory(ctx: Ctx, locale: Locale, from: string, to: string): Promise<number> {
  if (from === to) return 0;
  return ctx.transaction(async (tx) => {
    await oneAtATime(ctx, tx);
    await putPlaces(ctx, tx, locale, renamedTree(await placedCategories(tx, ctx.viewer.workspaceId, locale), from, to));
    const moved = await tx
      .updateTable('articles')
      .set({ category: to, version: sql`version + 1`, updated_at: ctx.clock.now(), updated_by: ctx.actor.name })
      .set({ source_version: versionOfOriginal })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('locale', '=', locale)
      .where('category', '=', from)
      .returningAll()
      .execute();
    await keepVersions(ctx, tx, moved);
    await ctx.append(tx, [
      categoryRenamed({ locale, from, to, articles: moved.length }),
      ...moved.map(({ id, status, version }) => articleUpdated({ articleId: id, status, version, fields: ['category'] })),
    ]);
    return moved.length;
  });
}

/** Writes the places of a language anew. */
async function putPlaces(ctx: Ctx, tx: Tx, locale: Locale, items: readonly Placed[]): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  await tx.deleteFrom('article_categories').where('workspace_id', '=', workspace_id).where('locale', '=', locale).execute();
  if (items.length === 0) return;
  const updated_at = ctx.clock.now();
  await tx
    .insertInto('article_categories')
    .values(items.map(({ name, parent }, position) => ({ workspace_id, locale, name, parent, position, updated_at })))
    .execute();
}

/** Two who arrange at once: the second says how it is. */
const oneAtATime = (ctx: Ctx, tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('article_categories'), hashtext(${ctx.viewer.workspaceId}))`.execute(tx);
