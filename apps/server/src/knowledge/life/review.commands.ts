import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { articleNotDraft } from '../knowledge.errors.ts';
import { articleReviewRequested, articleReviewWithdrawn } from '../knowledge.events.ts';
import { toArticle } from '../knowledge.rules.ts';
import { lockArticle, noteArticle } from '../lock-article.ts';

/**
 * Asks whoever may publish to look at a draft, or takes that back. The same again changes nothing. Publishing or archiving ends the wait.
 * @throws articleNotDraft · notFound
 */
export async function requestReview(ctx: Ctx, id: string, requested: boolean): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    if ((stored.review_requested_at !== null) === requested) return toArticle(stored);
    if (stored.status !== 'draft') throw articleNotDraft();
    const changed = await noteArticle(ctx, tx, id, {
      review_requested_at: requested ? ctx.clock.now() : null,
      review_requested_by: requested ? ctx.actor.name : null,
    });
    await ctx.append(
      tx,
      requested ? articleReviewRequested({ articleId: id, version: stored.version }) : articleReviewWithdrawn({ articleId: id }),
    );
    return toArticle(changed);
  });
}
