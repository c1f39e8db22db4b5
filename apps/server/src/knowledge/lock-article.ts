import type { UpdateObject } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { Tables } from '../platform/db/tables.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { StoredArticle } from './knowledge.types.ts';

/** An article that nobody else changes until the transaction ends. @throws notFound */
export async function lockArticle(ctx: Ctx, tx: Tx, id: string): Promise<StoredArticle> {
  const row = await tx
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export type ArticleChange = Omit<UpdateObject<Tables, 'articles'>, 'workspace_id' | 'id'>;

/** Writes what customers or editors read: the article counts as changed now, by whoever acts. A job acts for nobody new. */
export function changeArticle(ctx: Ctx, tx: Tx, id: string, change: ArticleChange): Promise<StoredArticle> {
  const by = ctx.actor.kind === 'system' ? {} : { updated_by: ctx.actor.name };
  return noteArticle(ctx, tx, id, { ...change, ...by, updated_at: ctx.clock.now() });
}

/** Writes what is only kept about an article: it does not count as changed. */
export function noteArticle(ctx: Ctx, tx: Tx, id: string, change: ArticleChange): Promise<StoredArticle> {
  return tx
    .updateTable('articles')
    .set(change)
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
