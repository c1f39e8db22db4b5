import { sql } from 'kysely';
import { customerSeen } from '../../customers/customers.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { attachTo } from '../attachments/attachments.commands.ts';
import { messageEmpty } from '../conversations.errors.ts';
import { conversationOpened, conversationReopened, messageReceived } from '../conversations.events.ts';
import { type Known, placeInbound, previewOf, subjectOf } from '../conversations.rules.ts';
import type { ConversationRow, InboundMessage, MessageRow, ThreadLine } from '../conversations.types.ts';

export type Received = { message: MessageRow; conversation: ConversationRow; repeated: boolean };

/**
 * Takes a customer's message in: on an open conversation of its thread, or a new one. Idempotent by (inbox, externalId): a repetition
 * returns the message already kept and writes nothing.
 * @throws messageEmpty for neither text nor file · attachmentGone for a file that is not the sender's or already used
 */
export async function receiveMessage(ctx: Ctx, line: ThreadLine, inbound: InboundMessage): Promise<Received> {
  if (inbound.text.trim() === '' && inbound.attachmentIds.length === 0) throw messageEmpty();
  return ctx.transaction(async (tx) => {
    const latest = await lockLatest(ctx, tx, line.threadId);
    const place = placeInbound(latest ? standingOf(latest) : null, ctx.clock.now());

    const known = place === 'open' ? await repetition(ctx, tx, line, inbound.externalId) : null;
    if (known) return known;
    const conversation = place === 'open' ? await openConversation(ctx, tx, line, inbound) : latest!;
    const received = await insertInto(ctx, tx, conversation, line, inbound);
    if (!received) return (await repetition(ctx, tx, line, inbound.externalId))!;
    if (place === 'reopen') await ctx.append(tx, conversationReopened({ from: 'resolved' }), subjects(received.conversation));
    if (inbound.attachmentIds.length > 0) await attachTo(ctx, tx, received.message.id, inbound.attachmentIds);
    return received;
  });
}

const subjects = (row: ConversationRow) => ({ inboxId: row.inbox_id, conversationId: row.id, customerId: row.customer_id });

const standingOf = (row: ConversationRow): Known => ({
  status: row.status as Known['status'],
  handledBy: row.handled_by as Known['handledBy'],
  resolvedAt: row.resolved_at,
});

/** Also the turnstile: two messages of one thread are taken in one after the other. */
async function lockLatest(ctx: Ctx, tx: Tx, threadId: string): Promise<ConversationRow | undefined> {
  return tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('thread_id', '=', threadId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

async function repetition(ctx: Ctx, tx: Tx, line: ThreadLine, externalId: string): Promise<Received | null> {
  const message = await tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', line.inboxId)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  if (!message) return null;
  const conversation = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', message.conversation_id)
    .executeTakeFirstOrThrow();
  return { message, conversation, repeated: true };
}

async function openConversation(ctx: Ctx, tx: Tx, line: ThreadLine, inbound: InboundMessage): Promise<ConversationRow> {
  const now = ctx.clock.now();
  // A thread row lock keeps two first messages of one visitor from opening two conversations.
  const thread = await tx
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', line.threadId)
    .forUpdate()
    .executeTakeFirst();
  if (!thread) throw notFound();
  const meanwhile = await lockLatest(ctx, tx, line.threadId);
  if (meanwhile && (meanwhile.status === 'open' || meanwhile.status === 'waiting')) return meanwhile;

  const { rows } = await sql<{ number: number }>`
    insert into conversation_numbers (workspace_id, last_number) values (${ctx.viewer.workspaceId}, 1)
    on conflict (workspace_id) do update set last_number = conversation_numbers.last_number + 1
    returning last_number as number`.execute(tx);
  const opened = await tx
    .insertInto('conversations')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('cnv'),
      number: rows[0]!.number,
      inbox_id: line.inboxId,
      channel: line.channel,
      customer_id: line.customerId,
      thread_id: line.threadId,
      subject: inbound.subject ?? subjectOf(inbound.text),
      handled_by: inbound.firstAnswer,
      locale: inbound.locale,
      last_activity_at: now,
      created_at: now,
      waiting_since: now,
      page: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await customerSeen(ctx, tx, line.customerId);
  await ctx.append(
    tx,
    conversationOpened({ number: opened.number, channel: line.channel, handledBy: inbound.firstAnswer }),
    subjects(opened),
  );
  return opened;
}

/** Message, conversation and fact in one statement: the hot path of every channel. Null when the message is a repetition. */
async function insertInto(ctx: Ctx, tx: Tx, { id }: ConversationRow, line: ThreadLine, inbound: InboundMessage): Promise<Received | null> {
  const messageId = newId('msg');
  const now = ctx.clock.now();
  const page = inbound.page ? JSON.stringify(inbound.page) : null;
  const fact = messageReceived({ messageId, seq: 0, choice: inbound.choice ?? null });
  const { rows } = await sql<ConversationRow & { message_seq: number }>`
    with c as (
      update conversations set
        last_seq = last_seq + 1, last_activity_at = ${now}, preview = ${previewOf(inbound.text, inbound.attachmentIds.length)},
        preview_author = 'customer', status = 'open', resolved_at = null, waiting_since = coalesce(waiting_since, ${now}),
        customer_seen_seq = last_seq + 1, locale = ${inbound.locale}, page = coalesce(${page}::jsonb, page)
      where workspace_id = ${ctx.viewer.workspaceId} and id = ${id} and not exists (
        select from messages where workspace_id = ${ctx.viewer.workspaceId} and inbox_id = ${line.inboxId} and external_id = ${inbound.externalId})
      returning *
    ), m as (
      insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_id, author_name,
        text, delivery, external_id, created_at)
      select workspace_id, ${messageId}, id, ${line.threadId}, ${line.inboxId}, ${line.channel}, last_seq, 'message', 'customer', ${line.customerId},
        ${inbound.authorName}, ${inbound.text}, 'sent', ${inbound.externalId}, ${now} from c
      returning seq
    ), e as (
      insert into events (workspace_id, at, name, version, inbox_id, conversation_id, customer_id, actor_kind, actor_id, actor_name, data)
      select c.workspace_id, ${now}, ${fact.name}, ${fact.version}, c.inbox_id, c.id, c.customer_id, ${ctx.actor.kind}, ${ctx.actor.id},
        ${ctx.actor.name}, ${JSON.stringify(fact.data)}::jsonb || jsonb_build_object('seq', m.seq) from c, m
    )
    select c.*, m.seq as message_seq from c, m`.execute(tx);
  if (!rows[0]) return null;
  ctx.wakeReaders(tx);
  const { message_seq: seq, ...conversation } = rows[0];
  return {
    repeated: false,
    conversation,
    message: {
      workspace_id: ctx.viewer.workspaceId,
      id: messageId,
      conversation_id: id,
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
}
