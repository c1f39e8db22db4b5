import { createHash } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';

export type IncomingPayload = { externalId?: string; headers?: Readonly<Record<string, string>>; body: Buffer };

let lastMs = 0;

/** Ids of one millisecond sort by chance: these sort as they were made, so that what came first is read first. */
function nextPayloadId(): string {
  lastMs = Math.max(Date.now(), lastMs + 1);
  return newId('pay', lastMs);
}

/**
 * Keeps what a platform sent, before anybody tries to understand it, and has it read soon. Durable once it returns. The same external id
 * (without one: the same bytes) again is the same payload. @returns whether it was new
 */
export const keepPayload = (ctx: Ctx, inboxId: string, payload: IncomingPayload): Promise<boolean> =>
  ctx.transaction((tx) => writePayload(ctx, tx, inboxId, payload));

/** The same within a transaction: durable once that is committed. */
export async function writePayload(
  ctx: Ctx,
  tx: Tx,
  inboxId: string,
  { externalId, headers = {}, body }: IncomingPayload,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('payloads')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: nextPayloadId(),
      inbox_id: inboxId,
      external_id: externalId ?? `sha256:${createHash('sha256').update(body).digest('hex')}`,
      headers: JSON.stringify(headers),
      body,
      received_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'inbox_id', 'external_id']).doNothing())
    .executeTakeFirstOrThrow();
  const isNew = numInsertedOrUpdatedRows === 1n;
  if (isNew) ctx.wakeLanes(tx);
  return isNew;
}
