import type { UnansweredReply } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { QuestionGroup } from './unanswered.queries.ts';

const SHOWN = 5;

type Row = { asked_message_id: string; message_id: string; conversation_id: string; agent_name: string; text: string; is_settled: boolean };

/** What agents said first after each group's questions, best first: a list for each group. */
export async function repliesTo(tx: Tx, workspaceId: string, groups: readonly QuestionGroup[]): Promise<UnansweredReply[][]> {
  const asked = groups.flatMap((group) => group.asked.map(({ messageId }) => messageId));
  const { rows } = await sql<Row>`
    select asked.id as asked_message_id, reply.id as message_id, asked.conversation_id, reply.author_name as agent_name,
      left(reply.text, 1000) as text,
      c.status in ('resolved', 'closed') and not exists (
        select from events e where e.workspace_id = ${workspaceId} and e.conversation_id = c.id
          and e.name = 'conversation.reopened' and e.at > reply.created_at) as is_settled
    from messages asked
    join conversations c on c.workspace_id = asked.workspace_id and c.id = asked.conversation_id
    cross join lateral (
      select id, author_name, text, created_at from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id = asked.conversation_id and m.seq > asked.seq
        and m.kind = 'message' and m.author_kind = 'agent' and m.delivery = 'sent'
      order by m.seq limit 1
    ) reply
    where asked.workspace_id = ${workspaceId} and asked.id = any(${asked}::text[]) and reply.text <> ''`.execute(tx);
  const byAsked = new Map(rows.map((row) => [row.asked_message_id, row]));
  return groups.map((group) => {
    const found = new Map<string, Row>();
    for (const { messageId } of group.asked) {
      const row = byAsked.get(messageId);
      if (row) found.set(row.message_id, row);
    }
    return [...found.values()]
      .sort((a, b) => Number(b.is_settled) - Number(a.is_settled) || b.text.length - a.text.length)
      .slice(0, SHOWN)
      .map(({ message_id, conversation_id, agent_name, text, is_settled }) => ({
        messageId: message_id,
        conversationId: conversation_id,
        agentName: agent_name,
        text,
        isSettled: is_settled,
      }));
  });
}

/** A reply in full, with the names of who wrote it and who got it. Null when there is none such in these conversations. */
export async function replyOf(tx: Tx, workspaceId: string, messageId: string, conversationIds: readonly string[]) {
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.conversation_id'))
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .select(['m.text', 'm.author_name', 'u.name', 'u.reading'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.id', '=', messageId)
    .where('m.kind', '=', 'message')
    .where('m.author_kind', '=', 'agent')
    .where('m.delivery', '=', 'sent')
    .where('m.conversation_id', '=', sql<string>`any(${conversationIds}::text[])`)
    .executeTakeFirst();
  return row ? { text: row.text, names: [row.author_name, row.name, row.reading].filter((name) => name !== null && name !== '') } : null;
}
