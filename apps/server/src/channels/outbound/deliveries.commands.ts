import { sql } from 'kysely';
import { noteDelivery, noteRetry } from '../../conversations/commands/delivery.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { retryRefused } from '../channels.errors.ts';
import type { Channels } from '../channels.registry.ts';
import { countFailed, countSent } from '../health/health.commands.ts';
import type { ChannelError } from '../port/channel-error.ts';

/** Puts a message of ours on its way over its line, once, however often it is asked to. Lines that carry nothing out are left alone. */
export async function queueDelivery(ctx: Ctx, channels: Channels, messageId: string): Promise<void> {
  const { workspaceId } = ctx.viewer;
  await ctx.transaction(async (tx) => {
    const message = await tx
      .selectFrom('messages as m')
      .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
      .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
      .select(['m.seq', 'm.created_at', 't.id as thread_id', 't.inbox_id', 'i.channel'])
      .where('m.workspace_id', '=', workspaceId)
      .where('m.id', '=', messageId)
      .where('m.kind', '=', 'message')
      .executeTakeFirst();
    if (!message || !channels.byName(message.channel)?.deliver) return;
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('deliveries')
      .values({
        workspace_id: workspaceId,
        message_id: messageId,
        thread_id: message.thread_id,
        inbox_id: message.inbox_id,
        seq: message.seq,
        state: 'queued',
        due_at: ctx.clock.now(),
        created_at: message.created_at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows) ctx.wakeLanes(tx);
  });
}

/** An agent has a failed message sent again: the very same message, with its own idempotency key. @throws notFound · retryRefused */
export async function retryDelivery(ctx: Ctx, messageId: string): Promise<void> {
  const known = await ctx.transaction((tx) =>
    tx
      .selectFrom('messages')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', messageId)
      .executeTakeFirst(),
  );
  if (!known) throw notFound();
  if (!(await noteRetry(ctx, messageId))) throw retryRefused();
  await ctx.transaction(async (tx) => {
    const delivery = await tx
      .selectFrom('deliveries')
      .select(['state', 'thread_id'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('message_id', '=', messageId)
      .where('state', 'in', ['failed', 'sent'])
      .forUpdate()
      .executeTakeFirst();
    if (!delivery) throw retryRefused();
    // It went out, and was reported lost afterwards: all its parts go again.
    if (delivery.state === 'sent') await forgetParts(ctx, tx, delivery.thread_id, messageId);
    await setState(ctx, tx, messageId, { state: 'queued', tries: 0, first_tried_at: null, due_at: ctx.clock.now() });
    ctx.wakeLanes(tx);
  });
}

type Delivery = { messageId: string; inboxId: string };

/** From here on it may have gone out: found like this after a death, it is only sent again where that makes no second message. */
export async function markSending(ctx: Ctx, messageIds: readonly string[]): Promise<void> {
  await ctx.transaction((tx) =>
    tx
      .updateTable('deliveries')
      .set((eb) => ({
        state: 'sending',
        tries: eb('tries', '+', 1),
        first_tried_at: eb.fn.coalesce('first_tried_at', eb.val(ctx.clock.now())),
      }))
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('message_id', 'in', messageIds)
      .execute(),
  );
}

/** The platform has it, and calls it by these names. */
export async function markSent(ctx: Ctx, { messageId, inboxId }: Delivery, externalIds: readonly string[]): Promise<void> {
  await ctx.transaction(async (tx) => {
    await setState(ctx, tx, messageId, { state: 'sent' });
    if (externalIds.length > 0)
      await tx
        .insertInto('sent_parts')
        .values(
          externalIds.map((external_id) => ({
            workspace_id: ctx.viewer.workspaceId,
            inbox_id: inboxId,
            external_id,
            message_id: messageId,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await countSent(ctx, tx, inboxId);
  });
}

export const markWaiting = (ctx: Ctx, messageId: string, dueAt: Date): Promise<void> =>
  ctx.transaction((tx) => setState(ctx, tx, messageId, { state: 'queued', due_at: dueAt }));

/** It will not go out: the timeline says why. */
export async function markFailed(
  ctx: Ctx,
  { messageId, inboxId }: Delivery,
  { code, detail }: Pick<ChannelError, 'code' | 'detail'>,
): Promise<void> {
  await noteDelivery(ctx, messageId, { state: 'failed', code, detail });
  await ctx.transaction(async (tx) => {
    await setState(ctx, tx, messageId, { state: 'failed' });
    await countFailed(ctx, tx, inboxId);
  });
}

/** What `sendParts` keeps with the line of a message that is on its way. */
async function forgetParts(ctx: Ctx, tx: Tx, threadId: string, messageId: string): Promise<void> {
  await tx
    .updateTable('threads')
    .set({ state: sql`threads.state - 'gone'` })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', threadId)
    .where(sql<boolean>`threads.state->'gone'->>'messageId' = ${messageId}`)
    .execute();
}

type Change = { state: string; due_at?: Date; tries?: number; first_tried_at?: Date | null };

async function setState(ctx: Ctx, tx: Tx, messageId: string, set: Change): Promise<void> {
  await tx
    .updateTable('deliveries')
    .set(set)
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('message_id', '=', messageId)
    .execute();
}
