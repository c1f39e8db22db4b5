import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids/ids.ts';
import { messageReceived } from '../conversations.events.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, InboundMessage, MessageRow, ThreadLine } from '../conversations.types.ts';

export type Written = { conversation: ConversationRow; message: MessageRow };
type Row = ConversationRow & { message_seq: number };

/** The conversation a message goes into: one the caller has chosen (and locked), or the thread's latest if it is open. */
export type Target = { conversationId: string } | 'latest_if_open';

/**
 * Message, conversation and fact in one statement: the hot path of every channel. It gives no row when the message is a repetition, or
 * when the thread has no open conversation.
 */
export function inboundStatement(
  ctx: Ctx,
  target: Target,
  line: ThreadLine,
  inbound: InboundMessage,
): { query: RawBuilder<Row>; read: (rows: Row[]) => Written | null } {
  const { workspaceId } = ctx.viewer;
  const messageId = newId('msg');
  const now = ctx.clock.now();
  const page = inbound.page ? JSON.stringify(inbound.page) : null;
  const fact = messageReceived({ messageId, seq: 0, choice: inbound.choice ?? null, handledBy: 'bot' });
  const chosen =
    target === 'latest_if_open'
      ? sql`status in ('open', 'waiting') and id = (
          select latest.id from conversations latest where latest.workspace_id = ${workspaceId} and latest.thread_id = ${line.threadId}
          order by latest.created_at desc limit 1)`
      : sql`id = ${target.conversationId}`;
  const query = sql<Row>`
    with c as (
      update conversations set
        last_seq = last_seq + 1, last_activity_at = ${now}, preview = ${previewOf(inbound.text, inbound.attachmentIds.length)},
        preview_author = 'customer', status = 'open', resolved_at = null, waiting_since = coalesce(waiting_since, ${now}),
        customer_seen_seq = last_seq + 1, locale = ${inbound.locale}, page = coalesce(${page}::jsonb, page)
      where workspace_id = ${workspaceId} and ${chosen} and not exists (
        select from messages where workspace_id = ${workspaceId} and inbox_id = ${line.inboxId} and external_id = ${inbound.externalId})
      returning *
    ), m as (
      insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_id, author_name,
        text, delivery, external_id, created_at)
      select workspace_id, ${messageId}, id, ${line.threadId}, ${line.inboxId}, ${line.channel}, last_seq, 'message', 'customer', ${line.customerId},
        ${inbound.authorName}, ${inbound.text}, 'sent', ${inbound.externalId}, ${now} from c
      on conflict (workspace_id, inbox_id, external_id) do nothing
      returning seq
    ), e as (
      insert into events (workspace_id, at, name, version, inbox_id, conversation_id, customer_id, actor_kind, actor_id, actor_name, data)
      select c.workspace_id, ${now}, ${fact.name}, ${fact.version}, c.inbox_id, c.id, c.customer_id, ${ctx.actor.kind}, ${ctx.actor.id},
        ${ctx.actor.name}, ${JSON.stringify(fact.data)}::jsonb || jsonb_build_object('seq', m.seq, 'handledBy', c.handled_by) from c, m
    )
    select c.*, m.seq as message_seq from c, m`;

  const read = ([row]: Row[]): Written | null => {
    if (!row) return null;
    const { message_seq: seq, ...conversation } = row;
    return {
      conversation,
      message: {
        workspace_id: workspaceId,
        id: messageId,
        conversation_id: conversation.id,
        thread_id: line.threadId,
        inbox_id: line.inboxId,
        channel: line.channel,
        seq,
        kind: 'message',
        author_kind: 'customer',
        author_id: line.customerId,
        author_name: inbound.authorName,
        text: inbound.text,
        blocks: [],
        delivery: 'sent',
        held_until: null,
        then_status: null,
        external_id: inbound.externalId,
        created_at: now,
      },
    };
  };
  return { query, read };
}
