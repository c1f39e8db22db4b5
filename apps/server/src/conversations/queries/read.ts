import type { Conversation, ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import { customerById } from '../../customers/customers.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { MessageRow } from '../conversations.types.ts';
import { joinedOf } from '../merge/joined.queries.ts';
import { conversationsWithNames, presentConversation, presentFact, presentMessages } from './present.ts';

/** Facts worth a line in the timeline; messages speak for themselves. */
const SHOWN_FACTS = [
  'conversation.opened',
  'conversation.reopened',
  'conversation.handed_off',
  'conversation.assigned',
  'conversation.resolved',
  'conversation.closed',
  'conversation.awaits_customer',
  'conversation.tagged',
  'conversation.renamed',
  'sla.breached',
  'conversation.prioritized',
  'conversation.queued',
  'conversation.escalated',
  'conversation.handed_over',
  'difficulty.corrected',
  'conversation.line_added',
  'conversation.marked_spam',
  'conversation.unmarked_spam',
  'message.moved',
  'conversation.followed',
  'conversation.mood_corrected',
  'conversation.field_set',
  'conversation.procedure_begun',
  'conversation.procedure_left',
  'conversation.procedure_completed',
  'reply.approval_asked',
  'reply.approval_overdue',
  'reply.approved',
  'reply.returned',
  'conversation.snoozed',
  'conversation.woken',
  'message.unscheduled',
  'conversation.merged',
  'conversation.unmerged',
  'conversation.split',
  'conversation.unsplit',
  'conversation.macro_run',
  'conversation.rule_applied',
  'conversation.rule_stopped',
  'conversation.rule_undone',
  'conversation.line_removed',
  'flow.started',
  'flow.left',
  'survey.answered',
  'identity.proved',
  'conversation.linked',
  'conversation.unlinked',
  'side_conversation.started',
  'side_conversation.answered',
  'side_conversation.failed',
];
const PAGE = 50;

/** @throws notFound when the viewer may not see it */
export async function conversationById(tx: Tx, workspaceId: string, id: string): Promise<Conversation> {
  const row = await conversationsWithNames(tx, workspaceId).where('c.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return presentConversation(row);
}

/** Some conversations by id, for live screens; those the viewer may not see are left out. */
export async function conversationsById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, Conversation>> {
  if (ids.length === 0) return new Map();
  const rows = await conversationsWithNames(tx, workspaceId).where('c.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.id, presentConversation(row)]));
}

/** Rows of messages by id. */
export async function messagesById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom('messages').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', sql<string>`any(${ids})`).execute();
}

/** A conversation with the end of its timeline, all but the bot's reasons (which the bot keeps). @throws notFound */
export async function conversationDetail(
  tx: Tx,
  workspaceId: string,
  id: string,
  links: FileLinks,
): Promise<Omit<ConversationDetail, 'botSteps'>> {
  const row = await conversationsWithNames(tx, workspaceId).where('c.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  const timeline = await timelineBefore(tx, workspaceId, id, null, PAGE, links, row.customer_seen_seq);
  const customer = await customerById(tx, workspaceId, row.customer_id);
  if (!customer) throw notFound();
  const joined = await joinedOf(tx, workspaceId, id);
  return { conversation: presentConversation(row), customer, page: row.page as ConversationDetail['page'], ...timeline, ...joined };
}

/** A stretch of the timeline that ends before a sequence number (null: at its end), oldest first. */
export async function timelineBefore(
  tx: Tx,
  workspaceId: string,
  id: string,
  before: number | null,
  limit: number,
  links: FileLinks,
  customerSeenSeq: number,
) {
  const rows = await tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', id)
    .$if(before !== null, (query) => query.where('seq', '<', before!))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const hasEarlier = rows.length > limit;
  const shown = rows.slice(0, limit).reverse();
  const from = hasEarlier ? shown[0]!.created_at : new Date(0);
  const to = before === null ? null : await timeOf(tx, workspaceId, id, before);
  const facts = await tx
    .selectFrom('events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', id)
    .where('name', 'in', SHOWN_FACTS)
    .where('at', '>=', from)
    .$if(to !== null, (query) => query.where('at', '<', to!))
    .orderBy('position')
    .limit(500)
    .execute();
  return { messages: await presentMessages(tx, shown, links, customerSeenSeq), facts: facts.map(presentFact), hasEarlier };
}

async function timeOf(tx: Tx, workspaceId: string, id: string, seq: number): Promise<Date | null> {
  const row = await tx
    .selectFrom('messages')
    .select('created_at')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', id)
    .where('seq', '>=', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** Tags in use, the most used first, at most 200. */
export async function tagsInUse(tx: Tx, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from (select unnest(tags) as tag from conversations where workspace_id = ${workspaceId} order by last_activity_at desc limit 20000) t
    group by tag order by count(*) desc, tag limit 200`.execute(tx);
  return rows.map((row) => row.tag);
}
