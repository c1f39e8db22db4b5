// What makes an article stand out in the desk's list.
import { articleMark } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

export type ArticleMark = z.infer<typeof articleMark>;
/** When, and as whom, somebody looks; `agentId` null for who is no agent. */
export type Beholder = { now: Date; agentId: string | null };

export const beholderOf = ({ clock, actor }: Ctx): Beholder => ({ now: clock.now(), agentId: actor.kind === 'agent' ? actor.id : null });

/**
 * Whether the original says something else now than when this translation was last saved: its title or its text, not its category.
 * The original is the article that shares the slug.
 */
export const isTranslationBehind = sql<boolean>`(articles.source_version is not null and exists (
  select from articles s
  where s.workspace_id = articles.workspace_id and s.slug = articles.slug and s.locale <> articles.locale
    and s.status <> 'archived' and s.version > articles.source_version
    and not exists (
      select from article_versions v
      where v.workspace_id = s.workspace_id and v.article_id = s.id and v.version = articles.source_version
        and v.question = s.question and v.answer = s.answer)))`;

/** The condition on `articles` of a mark; never true of what is archived. */
export function marked(mark: ArticleMark, { now, agentId }: Beholder) {
  const conditions = {
    review_requested: sql<boolean>`review_requested_at is not null`,
    my_check_due: sql<boolean>`(check_due_at <= ${now} and owner_agent_id = ${agentId})`,
    check_due: sql<boolean>`check_due_at <= ${now}`,
    scheduled: sql<boolean>`(publish_at is not null or archive_at is not null)`,
    internal: sql<boolean>`audience = 'internal'`,
    translation_behind: isTranslationBehind,
  } satisfies Record<ArticleMark, unknown>;
  return sql<boolean>`(status <> 'archived' and ${conditions[mark]})`;
}

/** How many articles carry each mark. */
export async function countMarks(tx: Tx, workspaceId: string, beholder: Beholder): Promise<Record<ArticleMark, number>> {
  const names = articleMark.options;
  const row = await tx
    .selectFrom('articles')
    .select(names.map((name) => sql<number>`count(*) filter (where ${marked(name, beholder)})`.as(name)))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row as Record<ArticleMark, number>;
}

/** How many articles the beholder looks after and should check by now. */
export async function myChecksDue(tx: Tx, workspaceId: string, beholder: Beholder): Promise<number> {
  const { due } = await tx
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('due'))
    .where('workspace_id', '=', workspaceId)
    .where(marked('my_check_due', beholder))
    .executeTakeFirstOrThrow();
  return due;
}
