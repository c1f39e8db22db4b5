import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { articleAudienceChanged } from '../knowledge.events.ts';
import { toArticle } from '../knowledge.rules.ts';
import type { ArticleAudience } from '../knowledge.types.ts';
import { changeArticle, lockArticle } from '../lock-article.ts';

/** Says whom an article is for. What becomes internal leads no FAQ. Saying the same again changes nothing. @throws notFound */
export async function setAudience(ctx: Ctx, id: string, audience: ArticleAudience): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const stored = await lockArticle(ctx, tx, id);
    if (stored.audience === audience) return toArticle(stored);
    const changed = await changeArticle(ctx, tx, id, { audience, ...(audience === 'internal' ? { pinned_at: null } : {}) });
    await ctx.append(tx, articleAudienceChanged({ articleId: id, audience }));
    return toArticle(changed);
  });
}
