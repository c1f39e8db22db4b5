import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import type { ArticleContent, ArticleStatus, StoredArticle } from './knowledge.types.ts';
import { slugOf } from './slug.rules.ts';

export type NewArticle = {
  /** Known before it is written; otherwise made. */
  id?: string;
  content: ArticleContent;
  status: ArticleStatus;
  /** Chosen by hand; otherwise made from the question. */
  slug?: string;
  /** Its name in the file or system it came from. */
  externalId?: string | null;
  /** Only for the people who answer. */
  isInternal?: boolean;
  /** Whose customers it is for; those of every brand by default. */
  brandIds?: string[] | null;
};

/** Rows of new articles with their first version. The facts are the caller's. */
export async function insertArticles(ctx: Ctx, tx: Tx, articles: NewArticle[]): Promise<StoredArticle[]> {
  if (articles.length === 0) return [];
  const now = ctx.clock.now();
  const rows = await tx
    .insertInto('articles')
    .values(
      articles.map(({ id = newId('art', now.getTime()), content, status, slug, externalId, isInternal, brandIds }) => {
        return {
          workspace_id: ctx.viewer.workspaceId,
          id,
          slug: slug ?? slugOf(id, content.question),
          status,
          ...content,
          external_id: externalId ?? null,
          audience: isInternal ? ('internal' as const) : ('public' as const),
          brand_ids: brandIds ?? null,
          created_at: now,
          updated_at: now,
          updated_by: ctx.actor.name,
          published_at: status === 'published' ? now : null,
        };
      }),
    )
    .returningAll()
    .execute();
  await keepVersions(ctx, tx, rows);
  return rows;
}

/** Keeps what the articles say now beside what they said before. */
export async function keepVersions(ctx: Ctx, tx: Tx, rows: StoredArticle[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('article_versions')
    .values(
      rows.map(({ workspace_id, id, version, question, answer, category, examples, updated_at }) => ({
        workspace_id,
        article_id: id,
        version,
        question,
        answer,
        category,
        examples,
        saved_by: ctx.actor.name,
        saved_at: updated_at,
      })),
    )
    .execute();
}

/** How often the history of a draft keeps a state, in minutes. */
const KEPT_EVERY = 5;

/**
 * A draft is saved whenever its writer pauses. Of what one writer saved within the same five minutes only the last stays in the history,
 * and always the first version. Nothing that customers ever read is forgotten: only for articles that were never published.
 */
export async function forgetInterim(ctx: Ctx, tx: Tx, { id, version, updated_at }: StoredArticle): Promise<void> {
  const step = KEPT_EVERY * 60_000;
  const since = new Date(Math.floor(updated_at.getTime() / step) * step);
  await tx
    .deleteFrom('article_versions')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('article_id', '=', id)
    .where('version', '=', version - 1)
    .where('version', '>', 1)
    .where('saved_by', '=', ctx.actor.name)
    .where('saved_at', '>=', since)
    .execute();
}
