import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids/ids.ts';
import { messageReceived } from '../conversations.events.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, InboundMessage, MessageRow, ThreadLine } from '../conversations.types.ts';

export type Written = { conversation: ConversationRow; message: MessageRow };

/** The conversation a message goes into: one the caller has chosen (and locked), or the thread's latest if it is open. */
export type Target = { conversationId: string } | 'latest_if_open';

/**
 * Message, conversation and fact in one statement: the hot path of every channel. The conversation is locked first, so that messages of
 * one thread come one after the other; it is touched only when the message is new. It gives no row when the message is a repetition, or
 * when the thread has no open conversation.
 */
export function inboundStatement(
  ctx: Ctx,
  target: Target,
  line: ThreadLine,
  inbound: InboundMessage,
): { query: RawBuilder<ConversationRow>; read: (rows: ConversationRow[]) => Written | null } {
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
  const query = sql<ConversationRow>`
    with l as materialized (
      select id as locked_id, last_seq as seq_before from conversations where workspace_id = ${workspaceId} and ${chosen} for update
    ), m as (
      insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_id, author_name,
        text, delivery, external_id, created_at)
      select ${workspaceId}, ${messageId}, locked_id, ${line.threadId}, ${line.inboxId}, ${line.channel}, seq_before + 1, 'message', 'customer',
        ${line.customerId}, ${inbound.authorName}, ${inbound.text}, 'sent', ${inbound.externalId}, ${now} from l
      on conflict (workspace_id, inbox_id, external_id) do nothing
      returning seq, conversation_id
    ), c as (
      update conversations set
        last_seq = m.seq, last_activity_at = ${now}, preview = ${previewOf(inbound.text, inbound.attachmentIds.length)},
        preview_author = 'customer', status = 'open', resolved_at = null, waiting_since = coalesce(waiting_since, ${now}),
        customer_seen_seq = m.seq, locale = ${inbound.locale}, page = coalesce(${page}::jsonb, page)
      from m where workspace_id = ${workspaceId} and id = m.conversation_id
      returning conversations.*
    ), e as (
      insert into events (workspace_id, at, name, version, inbox_id, conversation_id, customer_id, actor_kind, actor_id, actor_name, data)
      select c.workspace_id, ${now}, ${fact.name}, ${fact.version}, c.inbox_id, c.id, c.customer_id, ${ctx.actor.kind}, ${ctx.actor.id},
        ${ctx.actor.name}, ${JSON.stringify(fact.data)}::jsonb || jsonb_build_object('seq', c.last_seq, 'handledBy', c.handled_by) from c
    )
    select c.* from c`;

  const read = ([conversation]: ConversationRow[]): Written | null => {
    if (!conversation) return null;
    return {
      conversation,
      message: {
        workspace_id: workspaceId,
        id: messageId,
        conversation_id: conversation.id,
        thread_id: line.threadId,
        inbox_id: line.inboxId,
        channel: line.channel,
        seq: conversation.last_seq,
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
