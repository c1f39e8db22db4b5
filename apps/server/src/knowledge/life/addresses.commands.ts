import type { Article } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { slugEmpty, slugTaken } from '../knowledge.errors.ts';
import { articleMoved } from '../knowledge.events.ts';
import { toArticle } from '../knowledge.rules.ts';
import type { StoredArticle } from '../knowledge.types.ts';
import { changeArticle, lockArticle } from '../lock-article.ts';
import { chosenSlug } from '../slug.rules.ts';

/**
 * Gives an article another address in the help center, and its translation with it; the address it had while it was published leads
 * there from then on. The same address again changes nothing.
 * @throws slugTaken (409, with the article that has it) · slugEmpty when nothing of the wish can stand in an address · notFound
 */
export async function moveArticle(ctx: Ctx, id: string, wish: string): Promise<Article> {
  const slug = chosenSlug(wish);
  if (slug === '') throw slugEmpty();
  return ctx.transaction(async (tx) => {
    await oneMoveAtATime(ctx, tx);
    const stored = await lockArticle(ctx, tx, id);
    if (stored.slug === slug) return toArticle(stored);
    const family = [stored, ...(await siblingsOf(ctx, tx, stored))];
    await throwIfTaken(ctx, tx, slug, family);
    const moved = [];
    for (const one of family) {
      await rememberAddress(ctx, tx, one);
      await forgetAddress(ctx, tx, { locale: one.locale, slug });
      moved.push(await changeArticle(ctx, tx, one.id, { slug }));
    }
    await ctx.append(
      tx,
      moved.map((one) => articleMoved({ articleId: one.id, from: stored.slug, to: slug })),
    );
    return toArticle(moved[0]!);
  });
}

/** Two editors who want the same address at once would both find it free. */
export const oneMoveAtATime = (ctx: Ctx, tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('article_slugs'), hashtext(${ctx.viewer.workspaceId}))`.execute(tx);

/** Lets the present address lead to the article after it has moved; an address that nobody was ever shown is let go. */
export async function rememberAddress(ctx: Ctx, tx: Tx, { id, locale, slug, published_at }: StoredArticle): Promise<void> {
  if (published_at === null) return;
  await tx
    .insertInto('article_slugs')
    .values({ workspace_id: ctx.viewer.workspaceId, locale, slug, article_id: id })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'locale', 'slug']).doUpdateSet({ article_id: id }))
    .execute();
}

/** An address that is somebody's own leads nowhere else. */
async function forgetAddress(ctx: Ctx, tx: Tx, { locale, slug }: Pick<StoredArticle, 'locale' | 'slug'>): Promise<void> {
  await tx
    .deleteFrom('article_slugs')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .execute();
}

/** The same article in other languages: those that share its slug. */
export const siblingsOf = (ctx: Ctx, tx: Tx, { locale, slug }: Pick<StoredArticle, 'locale' | 'slug'>): Promise<StoredArticle[]> =>
  tx
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('slug', '=', slug)
    .where('locale', '!=', locale)
    .forUpdate()
    .execute();

/** In any language: articles that share a slug are translations of one another. */
async function throwIfTaken(ctx: Ctx, tx: Tx, slug: string, family: readonly StoredArticle[]): Promise<void> {
  const taken = await tx
    .selectFrom('articles')
    .select(['id', 'question', 'status', 'locale'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('slug', '=', slug)
    .where(
      'id',
      'not in',
      family.map(({ id }) => id),
    )
    .limit(1)
    .executeTakeFirst();
  if (taken) throw slugTaken({ article: taken });
}
