import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

type Joined = Pick<ConversationDetail, 'joined' | 'wentOn'>;
type Row = {
  id: string;
  number: number;
  subject: string;
  channel: string;
  created_at: Date;
  is_target: boolean;
  merge_id: string | null;
  at: Date | null;
  messages: number;
};

/** What went on in a conversation, by the time it was opened, and where it went on itself: one query. */
export async function joinedOf(tx: Tx, workspaceId: string, id: string): Promise<Joined> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.subject, c.channel, c.created_at, c.merged_into is distinct from ${id} as is_target, m.id as merge_id, m.merged_at as at,
      case when c.merged_into = ${id} then (select count(*)::int from messages s where s.workspace_id = c.workspace_id
        and s.conversation_id = c.id and (s.kind = 'note' or s.delivery <> 'withdrawn')) else 0 end as messages
    from conversations c
    left join conversation_merges m on m.workspace_id = c.workspace_id and m.undone_at is null
      and m.conversation_id = case when c.merged_into = ${id} then c.id else ${id} end
    where c.workspace_id = ${workspaceId}
      and (c.merged_into = ${id} or c.id = (select o.merged_into from conversations o where o.workspace_id = ${workspaceId} and o.id = ${id}))
    order by c.created_at limit 50`.execute(tx);
  const short = ({ id: other, number, subject, merge_id }: Row) => ({ id: other, number: Number(number), subject, mergeId: merge_id });
  const target = rows.find(({ is_target }) => is_target);
  return {
    wentOn: target ? short(target) : null,
    joined: rows
      .filter(({ is_target, messages }) => !is_target && messages > 0)
      .map((row) => ({
        ...short(row),
        channel: row.channel,
        openedAt: row.created_at.toISOString(),
        at: (row.at ?? row.created_at).toISOString(),
        messages: row.messages,
      })),
  };
}
