import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids/ids.ts';
import { messageReceived } from '../conversations.events.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, InboundMessage, MessageRow, ThreadLine } from '../conversations.types.ts';
import { judgeMood, type Mood } from '../mood/mood.rules.ts';

export type Written = { conversation: ConversationRow; message: MessageRow };

/** One message on its way in, with whoever acts. `customerId`: the only one whose conversation it may go into; null for the product itself. */
export type Arrival = { line: ThreadLine; inbound: InboundMessage; actor: Actor; customerId: string | null; at: Date };

/** The conversation a message goes into: one the caller has chosen (and locked), or the latest of its thread if that is open. */
export type Target = { conversationId: string } | 'latest_if_open';

type WrittenRow = ConversationRow & { message_id: string };

/**
 * Messages, conversations and facts in one statement: the hot path of every channel. All arrivals are of one workspace and channel, and no
 * two of one thread. A message goes by the inbox of its conversation, whichever line it came over. Conversations are locked first and in one order, so that messages of one thread come one after the other and two
 * statements never wait for each other in a circle; one is touched only when its message is new. There is no row for a message that is
 * a repetition (of one kept in the inbox of its line, too, where the conversation is another's), or whose thread has no open conversation.
 */
export function inboundStatement(
  workspaceId: string,
  target: Target,
  arrivals: readonly Arrival[],
): { query: RawBuilder<WrittenRow>; read: (rows: WrittenRow[]) => (Written | null)[] } {
  const { channel } = arrivals[0]!.line;
  const ids = arrivals.map(() => newId('msg'));
  const moods = arrivals.map(({ inbound }) => judgeMood(inbound.text));
  const column = (type: string, of: (arrival: Arrival, i: number) => string | null): RawBuilder<unknown> =>
    sql`${arrivals.map(of)}::${sql.raw(type)}[]`;
  const fact = (i: number) =>
    messageReceived({ messageId: ids[i]!, seq: 0, choice: arrivals[i]!.inbound.choice ?? null, handledBy: 'bot' });
  const { name, version } = fact(0);
  const chosen =
    target === 'latest_if_open'
      ? sql`c.status in ('open', 'waiting') and c.merged_into is null and c.id = (
          select t.latest_conversation_id from threads t where t.workspace_id = ${workspaceId} and t.id = i.thread_id)`
      : sql`c.id = ${target.conversationId}`;
  const query = sql<WrittenRow>`
    with i as (
      select * from unnest(
        ${column('text', (_arrival, n) => ids[n]!)}, ${column('text', ({ line }) => line.threadId)},
        ${column('text', ({ customerId }) => customerId)}, ${column('text', ({ line }) => line.customerId)}, ${column('text', ({ line }) => line.inboxId)},
        ${column('text', ({ inbound }) => inbound.authorName)}, ${column('text', ({ inbound }) => inbound.text)},
        ${column('text', ({ inbound }) => previewOf(inbound.text, inbound.attachmentIds.length))},
        ${column('text', ({ inbound }) => inbound.externalId)}, ${column('text', ({ inbound }) => inbound.locale)},
        ${column('jsonb', ({ inbound }) => (inbound.page ? JSON.stringify(inbound.page) : null))},
        ${column('jsonb', ({ inbound }) => JSON.stringify(inbound.blocks ?? []))}, ${column('text', ({ inbound }) => inbound.joinedBy ?? null)},
        ${column('text', (_arrival, n) => kept(moods[n]!))}, ${column('text', (_arrival, n) => moods[n]!.words.join('\n'))},
        ${column('boolean', (_arrival, n) => String(moods[n]!.soothed))},
        ${column('jsonb', (_arrival, n) => JSON.stringify(fact(n).data))},
        ${column('text', ({ actor }) => actor.kind)}, ${column('text', ({ actor }) => actor.id)}, ${column('text', ({ actor }) => actor.name)},
        ${column('timestamptz', ({ at }) => at.toISOString())}
      ) as i (message_id, thread_id, only_customer, author_id, line_inbox_id, author_name, text, preview, external_id, locale, page, blocks, joined_by, mood, mood_words, soothed, fact,
        actor_kind, actor_id, actor_name, at)
    ), l as materialized (
      select i.*, c.id as locked_id, c.inbox_id as locked_inbox_id, c.last_seq as seq_before,
        c.status in ('open', 'waiting') as goes_on from i join conversations c
        on c.workspace_id = ${workspaceId} and c.customer_id = coalesce(i.only_customer, c.customer_id) and ${chosen}
        and (c.inbox_id = i.line_inbox_id or not exists (select from messages k
          where k.workspace_id = ${workspaceId} and k.inbox_id = i.line_inbox_id and k.external_id = i.external_id))
      order by c.id for no key update of c
    ), m as (
      insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_id, author_name,
        text, blocks, joined_by, mood, delivery, external_id, created_at)
      select ${workspaceId}, message_id, locked_id, thread_id, locked_inbox_id, ${channel}, seq_before + 1, 'message', 'customer', author_id,
        author_name, text, blocks, joined_by, mood, 'sent', external_id, at from l
      on conflict (workspace_id, inbox_id, external_id) do nothing
      returning id, seq, conversation_id
    ), c as (
      update conversations set
        last_seq = m.seq, last_activity_at = l.at, preview = l.preview, preview_author = 'customer', status = 'open', resolved_at = null,
        waiting_since = coalesce(waiting_since, l.at), customer_seen_seq = m.seq, locale = l.locale, page = coalesce(l.page, conversations.page),
        thread_id = l.thread_id, channel = ${channel}, snoozed_at = null, snoozed_until = null,
        mood = case when l.mood is null and goes_on and not soothed then conversations.mood else l.mood end,
        mood_words = case when l.mood is not null then string_to_array(l.mood_words, chr(10))
          when goes_on and not soothed then conversations.mood_words else '{}' end
      from m join l on l.message_id = m.id
      where conversations.workspace_id = ${workspaceId} and conversations.id = m.conversation_id
      returning conversations.*, m.id as message_id
    ), e as (
      insert into events (workspace_id, at, name, version, inbox_id, conversation_id, customer_id, actor_kind, actor_id, actor_name, data)
      select c.workspace_id, l.at, ${name}, ${version}, c.inbox_id, c.id, c.customer_id, l.actor_kind, l.actor_id, l.actor_name,
        l.fact || jsonb_build_object('seq', c.last_seq, 'handledBy', c.handled_by)
      from c join l on l.message_id = c.message_id
    )
    select c.* from c`;

  const read = (rows: WrittenRow[]): (Written | null)[] => {
    const byMessage = new Map(rows.map(({ message_id, ...conversation }) => [message_id, conversation]));
    return arrivals.map((arrival, n) => {
      const conversation = byMessage.get(ids[n]!);
      return conversation ? { conversation, message: messageRow(ids[n]!, conversation, arrival, moods[n]!) } : null;
    });
  };
  return { query, read };
}

/** As its columns hold it. */
const kept = ({ state }: Mood): string | null => (state === 'none' ? null : state);

const messageRow = (id: string, conversation: ConversationRow, { line, inbound, at }: Arrival, mood: Mood): MessageRow => ({
  workspace_id: conversation.workspace_id,
  id,
  conversation_id: conversation.id,
  thread_id: line.threadId,
  inbox_id: conversation.inbox_id,
  channel: line.channel,
  seq: conversation.last_seq,
  kind: 'message',
  author_kind: 'customer',
  author_id: line.customerId,
  author_name: inbound.authorName,
  text: inbound.text,
  blocks: inbound.blocks ?? [],
  delivery: 'sent',
  held_until: null,
  awaits_approval: false,
  then_status: null,
  article_ids: [],
  delivered_at: null,
  failure: null,
  joined_by: inbound.joinedBy ?? null,
  scheduled: false,
  mentions: [],
  mood: kept(mood),
  unless_reply: false,
  external_id: inbound.externalId,
  created_at: at,
});
