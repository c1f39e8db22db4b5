import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { categoryInOtherLanguage } from '../help-center.queries.ts';
import { articleIsOriginal } from '../knowledge.errors.ts';
import { articleCreated, articleTranslationConfirmed } from '../knowledge.events.ts';
import { toArticle } from '../knowledge.rules.ts';
import type { StoredArticle } from '../knowledge.types.ts';
import { lockArticle, noteArticle } from '../lock-article.ts';
import { everyone } from '../readers.rules.ts';
import { insertArticles } from '../write-articles.ts';
import { oneMoveAtATime, siblingsOf } from './addresses.commands.ts';
import { versionOfOriginal } from './translations.queries.ts';

/**
 * The same article in the other language: a draft to begin with, at the same address, for the same readers, with the words of the original
 * to write over. Asked again, the translation there is. @throws notFound
 */
export async function translateArticle(ctx: Ctx, id: string): Promise<Article> {
  return ctx.transaction(async (tx) => {
    await oneMoveAtATime(ctx, tx);
    const original = await lockArticle(ctx, tx, id);
    const [known] = await siblingsOf(ctx, tx, original);
    if (known) return toArticle(known);
    const { question, answer, slug, locale, audience, brand_ids } = original;
    const category = (await categoryInOtherLanguage(tx, everyone(ctx.viewer.workspaceId), locale, original.category)) ?? '';
    const content = { question, answer, category, examples: [], locale: locale === 'ja' ? ('en' as const) : ('ja' as const) };
    const [row] = await insertArticles(ctx, tx, [{ content, status: 'draft', slug }]);
    const translation = await noteArticle(ctx, tx, row!.id, { audience, brand_ids, source_version: original.version });
    await ctx.append(tx, articleCreated({ articleId: row!.id, status: 'draft', from: 'editor' }));
    return toArticle(translation);
  });
}

/** Notes that a translation says what its original says now, with no word changed. @throws articleIsOriginal · notFound */
export async function confirmTranslation(ctx: Ctx, id: string): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    const changed = await noteArticle(ctx, tx, id, { source_version: versionOfOriginal });
    if (changed.source_version === null) throw articleIsOriginal();
    if (changed.source_version !== stored.source_version)
      await ctx.append(tx, articleTranslationConfirmed({ articleId: id, sourceVersion: changed.source_version }));
    return toArticle(changed);
  });
}

/** After a translation was written at an address chosen by hand: whose translation it is. */
export const noteOriginal = (ctx: Ctx, tx: Tx, { id }: StoredArticle): Promise<StoredArticle> =>
  noteArticle(ctx, tx, id, { source_version: versionOfOriginal });
