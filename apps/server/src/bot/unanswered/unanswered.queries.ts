import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { MARKS } from './unanswered.rules.ts';

const SHOWN = 200;
const CONVERSATIONS_SHOWN = 20;

/**
 * Questions nobody could answer, in the newest wording, those of most conversations first: as far as the viewer may see the
 * conversations. Gone once an article made from the question is published, back when it is asked after that and still finds nothing.
 */
export async function listUnanswered(tx: Tx, workspaceId: string) {
  const { rows } = await sql<{ question: string; count: number; last_asked_at: Date; conversation_ids: string[] }>`
    with asked as (
      select translate(query_folded, ${MARKS}, '') as key, query, conversation_id, at
      from bot_steps where workspace_id = ${workspaceId} and unanswered and dismissed_at is null
    )
    select
      (array_agg(query order by at desc))[1] as question,
      count(distinct conversation_id)::int as count,
      max(at) as last_asked_at,
      (array_agg(distinct conversation_id order by conversation_id desc))[1:${sql.lit(CONVERSATIONS_SHOWN)}] as conversation_ids
    from asked
    where key <> '' and not exists (
      select from articles
      where workspace_id = ${workspaceId} and external_id = 'unanswered:' || encode(sha256(convert_to(key, 'UTF8')), 'hex')
        and status = 'published' and published_at > asked.at
    )
    group by key
    order by count desc, last_asked_at desc
    limit ${sql.lit(SHOWN)}`.execute(tx);
  return rows.map(({ question, count, last_asked_at, conversation_ids }) => ({
    question,
    count,
    lastAskedAt: last_asked_at.toISOString(),
    conversationIds: conversation_ids,
  }));
}
