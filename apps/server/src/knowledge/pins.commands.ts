import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Ctx } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';
import { articlePinned } from './knowledge.events.ts';
import { toArticle } from './knowledge.rules.ts';

/** Puts an article at the head of the FAQ, or leaves its place to how often it answers. Saying the same again changes nothing. @throws notFound */
export async function pinArticle(ctx: Ctx, id: string, pinned: boolean): Promise<Article> {
  return ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('articles')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    if ((row.pinned_at !== null) === pinned) return toArticle(row);
    const changed = await tx
      .updateTable('articles')
      .set({ pinned_at: pinned ? ctx.clock.now() : null })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, articlePinned({ articleId: id, pinned }));
    return toArticle(changed);
  });
}
