import type { LineChoice } from '@madoguchi/contract/channels.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { Channels } from '../channels.registry.ts';
import { readSenders } from './senders.queries.ts';

/**
 * The lines on which a conversation's customer can be answered, the one in use first: those that are there, in inboxes the viewer sees and
 * that are not removed. Only proven addresses: what was merely claimed is not written to.
 * @throws notFound
 */
export async function listLines(ctx: Ctx, tx: Tx, channels: Channels, conversationId: string): Promise<LineChoice[]> {
  const conversation = await tx
    .selectFrom('conversations')
    .select(['customer_id', 'thread_id'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (!conversation) throw notFound();
  const rows = await tx
    .selectFrom('threads as t')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .innerJoin('identities as d', (join) => join.onRef('d.workspace_id', '=', 't.workspace_id').onRef('d.id', '=', 't.identity_id'))
    .select([
      't.id',
      't.inbox_id',
      't.identity_id',
      't.reachable',
      't.last_inbound_at',
      'i.channel',
      'i.name',
      'd.kind',
      'd.value',
      't.state',
    ])
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.customer_id', '=', conversation.customer_id)
    .where('i.removed_at', 'is', null)
    .where((eb) => eb.or([eb('d.verified_at', 'is not', null), eb('t.id', '=', conversation.thread_id)]))
    .orderBy('t.last_inbound_at', (order) => order.desc().nullsLast())
    .orderBy('t.created_at', 'desc')
    .limit(50)
    .execute();
  const senderOf = await readSenders(tx, channels, ctx.viewer.workspaceId, rows);
  const lines = rows.map((row): LineChoice => {
    const hours = channels.byName(row.channel)?.capabilities.replyWindowHours ?? null;
    const openUntil = hours !== null && row.last_inbound_at ? new Date(row.last_inbound_at.getTime() + hours * 3_600_000) : null;
    return {
      threadId: row.id,
      inboxId: row.inbox_id,
      identityId: row.identity_id,
      channel: row.channel,
      inboxName: row.name,
      address: row.kind === 'visitor' ? '' : row.value,
      from: senderOf(row, row.state),
      inUse: row.id === conversation.thread_id,
      reachable: row.reachable,
      openUntil: openUntil?.toISOString() ?? null,
    };
  });
  return [...lines, ...(await linesToOpen(ctx, tx, channels, conversation.customer_id, lines, conversationId))].sort(
    (a, b) => Number(b.inUse) - Number(a.inUse),
  );
}

/** Proven addresses that an inbox could write to first, where no line is yet. */
async function linesToOpen(
  ctx: Ctx,
  tx: Tx,
  channels: Channels,
  customerId: string,
  known: readonly LineChoice[],
  conversationId: string,
): Promise<LineChoice[]> {
  const opening = channels.all.filter(({ newLine }) => newLine).map(({ name }) => name);
  if (opening.length === 0) return [];
  const rows = await tx
    .selectFrom('identities as d')
    .innerJoin('inboxes as i', 'i.workspace_id', 'd.workspace_id')
    .select(['d.id', 'd.kind', 'd.value', 'i.id as inbox_id', 'i.name', 'i.channel'])
    .where('d.workspace_id', '=', ctx.viewer.workspaceId)
    .where('d.customer_id', '=', customerId)
    .where('d.verified_at', 'is not', null)
    .where('i.channel', 'in', opening)
    .where('i.removed_at', 'is', null)
    .where('i.paused_at', 'is', null)
    .$if(ctx.viewer.inboxes !== 'all', (query) => query.where('i.id', 'in', [...(ctx.viewer.inboxes as readonly string[]), '']))
    .orderBy('i.created_at')
    .limit(20)
    .execute();
  const senderOf = await readSenders(tx, channels, ctx.viewer.workspaceId, rows);
  return rows
    .filter((row) => channels.byName(row.channel)?.newLine?.({ kind: row.kind, value: row.value }, conversationId) != null)
    .filter((row) => !known.some((line) => line.inboxId === row.inbox_id && line.identityId === row.id))
    .map((row) => ({
      threadId: null,
      inboxId: row.inbox_id,
      identityId: row.id,
      channel: row.channel,
      inboxName: row.name,
      address: row.value,
      from: senderOf(row, {}),
      inUse: false,
      reachable: true,
      openUntil: null,
    }));
}
