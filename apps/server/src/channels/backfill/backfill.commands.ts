import type { Backfill, ChannelFailure } from '@madoguchi/contract/channels.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { backfillUnderWay } from '../channels.errors.ts';
import { readBackfill } from './backfill.queries.ts';

/** Asks for everything of a period that lies in the mailbox. One at a time. @throws backfillUnderWay */
export async function askBackfill(ctx: Ctx, inboxId: string, period: { since: Date; until: Date }): Promise<Backfill> {
  return ctx.transaction(async (tx) => {
    const id = newId('bfl');
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('backfills')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        inbox_id: inboxId,
        ...period,
        asked_by: ctx.actor.name,
        created_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw backfillUnderWay();
    ctx.wakeLanes(tx);
    return readBackfill(ctx, tx, id);
  });
}

/** Tries again what failed or was given up, from where it had come to. @throws notFound · backfillUnderWay */
export async function retryBackfill(ctx: Ctx, id: string): Promise<Backfill> {
  return ctx.transaction(async (tx) => {
    const { inbox_id: inboxId } = await rowOf(ctx, tx, id);
    const waiting = await tx
      .selectFrom('backfills')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (waiting) throw backfillUnderWay();
    await tx
      .updateTable('backfills')
      .set({ state: 'waiting', failure: null, detail: null, ended_at: null })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('state', 'in', ['failed', 'canceled'])
      .execute();
    ctx.wakeLanes(tx);
    return readBackfill(ctx, tx, id);
  });
}

/** Gives it up: what was read in stays. Once it is over there is nothing to give up. @throws notFound */
export async function cancelBackfill(ctx: Ctx, id: string): Promise<Backfill> {
  return ctx.transaction(async (tx) => {
    await rowOf(ctx, tx, id);
    await tx
      .updateTable('backfills')
      .set({ state: 'canceled', ended_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'failed'])
      .execute();
    return readBackfill(ctx, tx, id);
  });
}

async function rowOf(ctx: Ctx, tx: Tx, id: string): Promise<{ inbox_id: string }> {
  const row = await tx
    .selectFrom('backfills')
    .select('inbox_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export type BackfillStep = { folder: string; uidValidity: string; lastUid: number; taken: number; found: number; done: boolean };

/** Writes down how far it got, for whoever looks and for whoever goes on after a cut. @returns false when it was given up meanwhile */
export async function noteBackfill(ctx: Ctx, id: string, step: BackfillStep): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('backfills')
      .set({
        folder: step.folder,
        uid_validity: step.uidValidity,
        last_uid: step.lastUid,
        taken: step.taken,
        found: step.found,
        ...(step.done ? { state: 'done', ended_at: ctx.clock.now() } : {}),
      })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  });
}

/** It ends here, until somebody has it tried again. `id` null: whatever the inbox waits for. */
export async function failBackfill(
  ctx: Ctx,
  inboxId: string,
  id: string | null,
  { failure, detail }: { failure: ChannelFailure; detail: string },
): Promise<void> {
  await ctx.transaction((tx) =>
    tx
      .updateTable('backfills')
      .set({ state: 'failed', failure, detail: detail.slice(0, 500), ended_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .where('state', '=', 'waiting')
      .$if(id !== null, (update) => update.where('id', '=', id!))
      .execute(),
  );
}
