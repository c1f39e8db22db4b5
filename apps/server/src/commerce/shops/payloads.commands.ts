import { createHash } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { shopPayloadUnread } from '../commerce.events.ts';
import { noteTrouble } from './shop-health.commands.ts';

type Incoming = { topic: string; externalId: string | null; body: Buffer };

let lastMs = 0;
/** Ids of one millisecond sort by chance: these sort as they were made, so that what came first is read first. */
function nextPayloadId(): string {
  lastMs = Math.max(Date.now(), lastMs + 1);
  return newId('shd', lastMs);
}

/**
 * Keeps what a shop sent, to be read soon; with a `problem` it is set aside for a person to look at. Durable once it returns. The same external
 * id (without one: the same bytes) again is the same payload. @returns whether it was new
 */
export async function keepShopPayload(
  ctx: Ctx,
  shopId: string,
  { topic, externalId, body }: Incoming,
  problem: string | null = null,
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const id = nextPayloadId();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('shop_payloads')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        connection_id: shopId,
        external_id: externalId ?? `sha256:${createHash('sha256').update(body).digest('hex')}`,
        topic,
        state: problem === null ? 'waiting' : 'failed',
        problem,
        body,
        received_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'connection_id', 'external_id']).doNothing())
      .executeTakeFirstOrThrow();
    const isNew = numInsertedOrUpdatedRows === 1n;
    if (isNew && problem === null) ctx.wakeLanes(tx);
    if (isNew && problem !== null) {
      await noteTrouble(ctx, tx, shopId, 'payload_unread');
      await ctx.append(tx, shopPayloadUnread({ shopId, payloadId: id }));
    }
    return isNew;
  });
}

/** Has a payload read once more. Nothing happens to one that was taken in. @throws notFound */
export async function retryShopPayload(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable('shop_payloads')
      .set((eb) => ({ state: eb.case().when('state', '=', 'failed').then('waiting').else(eb.ref('state')).end(), tries: 0 }))
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw notFound();
    ctx.wakeLanes(tx);
  });
}

/** Puts away what somebody has seen to. Sent again it is still known, and not read. @throws notFound */
export async function settleShopPayload(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable('shop_payloads')
      .set({ state: 'ignored', body: Buffer.alloc(0), problem: null })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('state', 'in', ['failed', 'asks', 'ignored'])
      .returning('id')
      .executeTakeFirst();
    if (!row) throw notFound();
  });
}
