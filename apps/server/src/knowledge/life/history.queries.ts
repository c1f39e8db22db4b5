import type { ArticleHappening } from '@madoguchi/contract/article-life.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { happeningOf, LIFE_FACTS, type LifeFact } from './history.rules.ts';

const MOST = 200;
// Written out, so that PostgreSQL knows the index for it.
const NAMES = sql.join(LIFE_FACTS.map((name) => sql.lit(name)));

/** What happened to an article beside its words, newest first, at most 200. @throws notFound */
export async function articleHistory(tx: Tx, workspaceId: string, articleId: string): Promise<ArticleHappening[]> {
  const article = await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (!article) throw notFound();
  const { rows } = await sql<LifeFact>`
    select name, at, actor_kind, actor_name, data from events
    where workspace_id = ${workspaceId} and name in (${NAMES}) and data ->> 'articleId' = ${articleId}
    order by position desc limit ${MOST}`.execute(tx);
  return rows.flatMap((fact) => happeningOf(fact) ?? []);
}
