import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';

/** How often an article was the bot's answer, and how often the customer's next word was that it solved the matter. */
export type ArticleAnswers = { answered: number; solved: number };

/** By article id, over the last days; only conversations that the viewer may see. */
export async function articleAnswers(tx: Tx, workspaceId: string, days: number): Promise<Map<string, ArticleAnswers>> {
  const { rows } = await sql<ArticleAnswers & { id: string }>`
    with steps as (
      select message_id, decision, lead(because) over (partition by conversation_id order by at, id) as next
      from bot_steps where workspace_id = ${workspaceId} and at > now() - ${days}::integer * interval '1 day'
    )
    select jsonb_path_query_first(m.blocks, '$[*] ? (@.type == "quote").articleId') #>> '{}' as id,
      count(*)::integer as answered, (count(*) filter (where s.next = 'solved'))::integer as solved
    from steps s join messages m on m.workspace_id = ${workspaceId} and m.id = s.message_id
    where s.decision = 'answer' and m.blocks @> '[{"type": "quote"}]'
    group by 1`.execute(tx);
  return new Map(rows.map(({ id, ...answers }) => [id, answers]));
}
