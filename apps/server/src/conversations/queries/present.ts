import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Block, Mention, Message, TimelineFact } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { attachmentsOf, presentAttachment } from '../attachments/attachments.queries.ts';
import type { MessageRow, SpamReasons } from '../conversations.types.ts';

/** A workspace's conversations, to be narrowed down. */
export const conversationsOf = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('conversations as c').selectAll('c').where('c.workspace_id', '=', workspaceId);

/** Conversations joined with the names that a list shows. What orders and limits belongs into `rows`: names are looked up for those left. */
export const conversationsWithNames = (tx: Tx, workspaceId: string, rows = conversationsOf(tx, workspaceId)) =>
  tx
    .selectFrom(rows.as('c'))
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .innerJoin('customers as p', (join) => join.onRef('p.workspace_id', '=', 'u.workspace_id').onRef('p.id', '=', 'u.person_id'))
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 'c.workspace_id').onRef('i.id', '=', 'c.inbox_id'))
    .leftJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.id', '=', 'c.assignee_agent_id'))
    .leftJoin('teams as t', (join) => join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.assignee_team_id'))
    .selectAll('c')
    .select([
      'p.id as person_id',
      // Who was merged into somebody nameless lends their name.
      sql<string>`coalesce(nullif(p.name, ''), u.name)`.as('customer_name'),
      sql<string>`coalesce(nullif(p.reading, ''), u.reading)`.as('customer_reading'),
      'i.name as inbox_name',
      'a.name as assignee_name',
      't.name as team_name',
      sql<boolean>`exists (select from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.awaits_approval)`.as(
        'awaits_approval',
      ),
    ]);

type JoinedRow = Awaited<ReturnType<ReturnType<typeof conversationsWithNames>['execute']>>[number];

export const presentConversation = (row: JoinedRow): Conversation => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  status: row.status as Conversation['status'],
  handledBy: row.handled_by as Conversation['handledBy'],
  agentActed: row.agent_acted_at !== null,
  channel: row.channel,
  inbox: { id: row.inbox_id, name: row.inbox_name },
  customer: { id: row.person_id, name: row.customer_name, reading: row.customer_reading },
  assignee: {
    agent: row.assignee_agent_id ? { id: row.assignee_agent_id, name: row.assignee_name ?? '' } : null,
    team: row.assignee_team_id ? { id: row.assignee_team_id, name: row.team_name ?? '' } : null,
  },
  tags: row.tags,
  priority: row.priority as Conversation['priority'],
  preview: row.preview,
  previewAuthor: row.preview_author as Conversation['previewAuthor'],
  locale: row.locale === 'en' ? 'en' : 'ja',
  lastSeq: row.last_seq,
  customerSeenSeq: row.customer_seen_seq,
  lastActivityAt: row.last_activity_at.toISOString(),
  waitingSince: row.waiting_since?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  due: row.due_at && {
    at: row.due_at.toISOString(),
    warnAt: (row.due_warn_at ?? row.due_at).toISOString(),
    promise: row.due_promise as NonNullable<Conversation['due']>['promise'],
  },
  spam: row.turn === 'spam' ? presentSpam(row) : null,
  mergedInto: row.merged_into,
  followerIds: row.follower_ids,
  fields: row.fields,
  mood: presentMood(row),
  awaitsApproval: row.awaits_approval,
  snoozed: row.snoozed_at && { at: row.snoozed_at.toISOString(), until: row.snoozed_until?.toISOString() ?? null },
});

const presentMood = ({ mood, mood_words }: JoinedRow): Conversation['mood'] =>
  mood === null ? null : { state: mood as NonNullable<Conversation['mood']>['state'], words: mood_words };

const presentSpam = ({ spam_by, spam_at, spam_because }: JoinedRow): Conversation['spam'] => {
  const { score, words, signs, block } = spam_because as SpamReasons;
  return {
    by: spam_by as NonNullable<Conversation['spam']>['by'],
    at: spam_at!.toISOString(),
    score,
    words,
    signs,
    block: block && { kind: block.kind, value: block.value },
  };
};

/** Messages as agents see them. `customerSeenSeq` turns sent into seen. */
export async function presentMessages(tx: Tx, rows: readonly MessageRow[], links: FileLinks, customerSeenSeq = 0): Promise<Message[]> {
  const files = await attachmentsOf(tx, rows);
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    kind: row.kind as Message['kind'],
    author: { kind: row.author_kind as Message['author']['kind'], id: row.author_id, name: row.author_name },
    text: row.text,
    mentions: row.mentions as Mention[],
    blocks: row.blocks as Block[],
    attachments: (files.get(row.id) ?? []).map((file) => presentAttachment(file, links)),
    channel: row.channel,
    at: row.created_at.toISOString(),
    delivery: deliveryOf(row, customerSeenSeq),
    heldUntil: row.held_until?.toISOString() ?? null,
    awaitsApproval: row.awaits_approval,
    scheduled: row.scheduled && row.delivery === 'held' ? { unlessReply: row.unless_reply } : null,
    failure: row.failure as Message['failure'],
    joinedBy: row.joined_by,
    externalId: row.external_id,
  }));
}

function deliveryOf(row: MessageRow, customerSeenSeq: number): Message['delivery'] {
  if (row.delivery !== 'sent' || row.author_kind === 'customer' || row.kind !== 'message') return row.delivery as Message['delivery'];
  if (row.seq <= customerSeenSeq) return 'seen';
  return row.delivered_at ? 'delivered' : 'sent';
}

export const presentFact = (row: LoggedFact): TimelineFact => ({
  id: `${row.xid}-${row.position}`,
  name: row.name,
  at: row.at.toISOString(),
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  data: row.data as Record<string, unknown>,
});
