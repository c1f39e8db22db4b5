import type { Backfill } from '@madoguchi/contract/channels.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids/ids.ts';
import { backfillUnderWay } from '../channels.errors.ts';
import { noteHealth } from '../health/health.commands.ts';

export type BackfillWish = { id: string; since: Date; until: Date; folder: string | null; lastUid: number; taken: number };

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
    await noteHealth(ctx, tx, inboxId, {}, { backfill: '0 / …' });
    ctx.wakeLanes(tx);
    return { id, since: period.since.toISOString(), until: period.until.toISOString() };
  });
}

/** What a connection is to read in, and how far it got; null for nothing. */
export async function waitingBackfill(ctx: Ctx, inboxId: string): Promise<BackfillWish | null> {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('backfills')
      .select(['id', 'since', 'until', 'folder', 'last_uid', 'taken'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .where('state', '=', 'waiting')
      .executeTakeFirst(),
  );
  return row ? { id: row.id, since: row.since, until: row.until, folder: row.folder, lastUid: row.last_uid ?? 0, taken: row.taken } : null;
}

export type BackfillStep = { folder: string; lastUid: number; taken: number; found: number; done: boolean };

/** Writes down how far it got, for whoever looks and for whoever goes on after a cut. */
export async function noteBackfill(ctx: Ctx, inboxId: string, id: string, step: BackfillStep): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('backfills')
      .set({
        folder: step.folder,
        last_uid: step.lastUid,
        taken: step.taken,
        found: step.found,
        ...(step.done ? { state: 'done', ended_at: ctx.clock.now() } : {}),
      })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
    await noteHealth(ctx, tx, inboxId, {}, { backfill: `${step.taken} / ${step.found}` });
  });
}
