import { sql } from 'kysely';
import { HALF_LIFE_DAYS, type Successes, WINDOW_DAYS } from '../knowledge/success/success.rules.ts';
import type { Tx } from '../platform/db/db.ts';

/** A reader's vote in the help center costs a click and tells less than a customer whose matter is solved: a yes adds it, a no takes it. */
const VOTE = 0.25;

/**
 * How often each article helped lately: the customer said that it solved the matter, an agent put it into a reply, a reader of the help
 * center found it helpful. Only what the viewer may see counts. `at`: as of when.
 */
export async function articleSuccesses(tx: Tx, workspaceId: string, at: Date): Promise<Successes> {
  const { rows } = await sql<{ id: string; count: number }>`
    with since as (select ${at}::timestamptz - ${WINDOW_DAYS}::integer * interval '1 day' as at),
    successes as (
      select jsonb_path_query_first(m.blocks, '$[*] ? (@.type == "quote").articleId') #>> '{}' as id, s.at, 1.0 as weight
      from bot_steps s
      cross join lateral (
        select message_id, decision from bot_steps before
        where before.workspace_id = s.workspace_id and before.conversation_id = s.conversation_id and (before.at, before.id) < (s.at, s.id)
        order by before.at desc, before.id desc limit 1
      ) answer
      join messages m on m.workspace_id = s.workspace_id and m.id = answer.message_id
      where s.workspace_id = ${workspaceId} and s.at > (select at from since) and s.because = 'solved' and answer.decision = 'answer'
      union all
      select article_id, created_at, 1.0 from checked_questions
      where workspace_id = ${workspaceId} and created_at > (select at from since) and source = 'agent' and article_id is not null
      union all
      select article_id, (day + 1)::timestamp at time zone 'utc', ${VOTE}::float8 * (helpful_yes - helpful_no) from article_views
      where workspace_id = ${workspaceId} and day > (select at from since)::date and helpful_yes <> helpful_no
    )
    select id, sum(weight * power(0.5, greatest(0, extract(epoch from ${at}::timestamptz - at)) / (86400.0 * ${HALF_LIFE_DAYS}::integer)))::float8
      as count
    from successes where id is not null group by id`.execute(tx);
  return { at: at.getTime(), counts: new Map(rows.map(({ id, count }) => [id, count])) };
}
