import type { Backfill, ChannelFailure } from '@madoguchi/contract/channels.ts';
import type { Selectable } from 'kysely';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { BackfillsTable } from '../channels.tables.ts';

export type BackfillWish = {
  id: string;
  since: Date;
  until: Date;
  folder: string | null;
  uidValidity: string | null;
  lastUid: number;
  taken: number;
};

/** What a connection is to read in, and how far it got; null for nothing. */
export async function waitingBackfill(ctx: Ctx, inboxId: string): Promise<BackfillWish | null> {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('backfills')
      .select(['id', 'since', 'until', 'folder', 'uid_validity', 'last_uid', 'taken'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .where('state', '=', 'waiting')
      .executeTakeFirst(),
  );
  if (!row) return null;
  const { uid_validity: uidValidity, last_uid: lastUid, ...rest } = row;
  return { ...rest, uidValidity, lastUid: Number(lastUid ?? 0) };
}

/** The inboxes of a workspace of which a period waits to be read in. */
export async function waitingInboxes({ db }: Pick<Platform, 'db'>, workspaceId: string): Promise<string[]> {
  const rows = await db.as(systemViewer(workspaceId), (tx) =>
    tx.selectFrom('backfills').select('inbox_id').where('workspace_id', '=', workspaceId).where('state', '=', 'waiting').execute(),
  );
  return rows.map(({ inbox_id }) => inbox_id);
}

const LATEST = 5;

/** The periods that were asked for lately, newest first. */
export async function listBackfills(ctx: Ctx, inboxId: string): Promise<Backfill[]> {
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('backfills')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .orderBy('created_at', 'desc')
      .limit(LATEST)
      .execute(),
  );
  return rows.map(present);
}

/** @throws notFound */
export async function readBackfill(ctx: Ctx, tx: Tx, id: string): Promise<Backfill> {
  const row = await tx
    .selectFrom('backfills')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return present(row);
}

const present = (row: Selectable<BackfillsTable>): Backfill => ({
  id: row.id,
  since: row.since.toISOString(),
  until: row.until.toISOString(),
  state: row.state as Backfill['state'],
  taken: row.taken,
  found: row.found,
  failure: row.failure as ChannelFailure | null,
  detail: row.detail,
  askedBy: row.asked_by,
  createdAt: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});
