import { createHash } from 'node:crypto';
import type { Block } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import { attachmentsOf } from '../../conversations/attachments/attachments.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import { choicesOf, encodePressed } from '../port/choices.rules.ts';
import type { Outbound, OutboundFile } from '../port/port.types.ts';
import type { OutboundDeps } from './outbound.lane.ts';

export type DueDelivery = {
  messageId: string;
  threadId: string;
  inboxId: string;
  state: string;
  tries: number;
  firstTriedAt: Date | null;
};

const AT_ONCE = 100;

/**
 * What an inbox has to send now, each line's messages in the order they were said. A line whose first message waits is left out whole. A
 * message that is `sending` here was interrupted: whoever holds the lane has no other under way.
 */
export async function dueDeliveries(tx: Tx, workspaceId: string, inboxId: string, now: Date): Promise<DueDelivery[]> {
  const rows = await tx
    .selectFrom('deliveries as d')
    .select(['d.message_id', 'd.thread_id', 'd.inbox_id', 'd.state', 'd.tries', 'd.first_tried_at'])
    .where('d.workspace_id', '=', workspaceId)
    .where('d.inbox_id', '=', inboxId)
    .where('d.state', 'in', ['queued', 'sending'])
    .where('d.due_at', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as w')
            .select('w.message_id')
            .whereRef('w.workspace_id', '=', 'd.workspace_id')
            .whereRef('w.thread_id', '=', 'd.thread_id')
            .where('w.state', 'in', ['queued', 'sending'])
            .where('w.due_at', '>', now)
            .where(sql<boolean>`(w.created_at, w.seq, w.message_id) < (d.created_at, d.seq, d.message_id)`),
        ),
      ),
    )
    .orderBy('d.created_at')
    // Said in one turn, within one millisecond.
    .orderBy('d.seq')
    .orderBy('d.message_id')
    .limit(AT_ONCE)
    .execute();
  return rows.map((row) => ({
    messageId: row.message_id,
    threadId: row.thread_id,
    inboxId: row.inbox_id,
    state: row.state,
    tries: row.tries,
    firstTriedAt: row.first_tried_at,
  }));
}

/** A message as its channel is given it. */
export async function outboundOf(
  deps: Pick<OutboundDeps, 'files' | 'links' | 'publicUrl'>,
  tx: Tx,
  workspaceId: string,
  messageId: string,
): Promise<Outbound> {
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
    .innerJoin('identities as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.identity_id'))
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.conversation_id'))
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .select(['m.workspace_id', 'm.id', 'm.text', 'm.blocks', 'm.author_kind', 'm.author_name', 'm.created_at'])
    .select(['t.id as thread_id', 't.inbox_id', 't.external_id', 't.state', 't.last_inbound_at', 't.reachable', 'i.kind', 'i.value'])
    .select(['c.id as conversation_id', 'c.number', 'c.subject', 'c.locale', 'u.id as customer_id', 'u.name as customer_name'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.id', '=', messageId)
    .executeTakeFirstOrThrow();
  const blocks = row.blocks as Block[];
  const attachments = (await attachmentsOf(tx, [{ workspace_id: workspaceId, id: messageId }])).get(messageId) ?? [];
  const quote = blocks.find((block) => block.type === 'quote');
  const subject = blocks.find((block) => block.type === 'subject');
  return {
    messageId,
    idempotencyKey: uuidOf(messageId),
    text: row.text,
    ...(subject ? { subject: subject.text } : {}),
    choices: choicesOf(blocks).map(({ label, choice }, index) => ({ label, choice, data: encodePressed({ messageId, index }) })),
    links: blocks.flatMap((block) => (block.type === 'links' ? block.links : [])),
    quote: quote ? { title: quote.title, url: absolute(deps.publicUrl, quote.url), text: quote.markdown } : null,
    files: attachments.map(
      (file): OutboundFile => ({
        name: file.name,
        type: file.type,
        sizeInBytes: file.size_in_bytes,
        url: deps.publicUrl ? `${deps.publicUrl}${deps.links.pathOf(workspaceId, file.id)}` : null,
        lastingUrl: (until) => (deps.publicUrl ? `${deps.publicUrl}${deps.links.lastingPathOf(workspaceId, file.id, until)}` : null),
        read: () => wholeFile(deps, `${workspaceId}/${file.id}`),
      }),
    ),
    author: { kind: row.author_kind as 'agent', name: row.author_name },
    at: row.created_at,
    line: {
      threadId: row.thread_id,
      externalId: row.external_id,
      identity: { kind: row.kind, value: row.value },
      state: row.state as Record<string, unknown>,
      lastInboundAt: row.last_inbound_at,
      reachable: row.reachable,
    },
    conversation: { id: row.conversation_id, number: row.number, subject: row.subject, locale: row.locale === 'en' ? 'en' : 'ja' },
    customer: { id: row.customer_id, name: row.customer_name },
    earlier: await earlierOn(tx, workspaceId, { ...row, messageId }),
  };
}

const absolute = (publicUrl: string | null, path: string): string | null =>
  /^https?:/.test(path) ? path : publicUrl && `${publicUrl}${path}`;

/** A UUID (version 8, RFC 9562: of our own making) that is always the same for a message. */
function uuidOf(messageId: string): string {
  const hex = createHash('sha256').update(messageId).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function wholeFile({ files }: Pick<OutboundDeps, 'files'>, key: string): Promise<Buffer> {
  const file = await files.read(key);
  if (!file) throw new Error(`the file ${key} is gone`);
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const EARLIER = 20;

type Said = { conversation_id: string; thread_id: string; messageId: string };

/** The platform's ids of what was said in the conversation on this line, by either side. */
async function earlierOn(tx: Tx, workspaceId: string, { conversation_id, thread_id, messageId }: Said): Promise<string[]> {
  const { rows } = await sql<{ external_id: string }>`
    select external_id from (
      select m.external_id, m.created_at from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversation_id} and m.thread_id = ${thread_id}
        and m.author_kind = 'customer'
      union all
      select p.external_id, m.created_at from messages m join sent_parts p on p.workspace_id = m.workspace_id and p.message_id = m.id
      where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversation_id} and m.thread_id = ${thread_id}
        and m.id <> ${messageId}
      order by created_at desc limit ${EARLIER}
    ) earlier order by created_at`.execute(tx);
  return rows.map((row) => row.external_id);
}
