import type { CannedResponse, cannedBody } from '@madoguchi/contract/canned-responses.ts';
import type { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { cannedResponseCreated, cannedResponseRemoved, cannedResponseUpdated } from './canned-responses.events.ts';
import { type CannedRow, toCannedResponse } from './canned-responses.queries.ts';
import type { CannedFiles } from './canned-responses.types.ts';
import { columnsOfOwner } from './folders/owner.commands.ts';
import { isForAgent } from './owners.queries.ts';

export type CannedWish = z.output<typeof cannedBody>;
/** own: only what nobody else sees may be touched, and it stays so. */
export type Reach = 'any' | 'own';

/**
 * Adds a canned response. A private one is told to nobody by a fact: its title stays its author's.
 * @throws ownerRefused · folderGone · attachmentGone
 */
export async function createCannedResponse(ctx: Ctx, files: CannedFiles, wish: CannedWish): Promise<CannedResponse> {
  return ctx.transaction(async (tx) => {
    const id = newId('can');
    const columns = await columnsOf(ctx, tx, wish);
    const row = await tx
      .insertInto('canned_responses')
      .values({ workspace_id: ctx.viewer.workspaceId, id, ...columns, updated_at: ctx.clock.now() })
      .returningAll()
      .executeTakeFirstOrThrow();
    await files.keep(ctx, tx, id, wish.fileIds);
    await ctx.append(tx, cannedResponseCreated({ cannedResponseId: id, title: toldTitle(row) }));
    return present(tx, row, files);
  });
}

/**
 * Replaces a canned response; the same again writes no fact.
 * @throws notFound, also for what the agent may not see · ownerRefused · folderGone · attachmentGone
 */
export async function updateCannedResponse(
  ctx: Ctx,
  files: CannedFiles,
  id: string,
  wish: CannedWish,
  reach: Reach,
): Promise<CannedResponse> {
  return ctx.transaction(async (tx) => {
    const row = await locked(ctx, tx, id, reach);
    const columns = await columnsOf(ctx, tx, wish);
    const same = (Object.keys(columns) as (keyof typeof columns)[]).every(
      (name) => JSON.stringify(columns[name]) === JSON.stringify(row[name]),
    );
    if (same) return present(tx, row, files);
    await files.keep(ctx, tx, id, wish.fileIds);
    const changed = await tx
      .updateTable('canned_responses')
      .set({ ...columns, updated_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, cannedResponseUpdated({ cannedResponseId: id, title: toldTitle(changed) }));
    return present(tx, changed, files);
  });
}

/** Removes a canned response. @throws notFound, also for one that is removed already */
export async function removeCannedResponse(ctx: Ctx, id: string, reach: Reach): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await locked(ctx, tx, id, reach);
    await tx.deleteFrom('canned_responses').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, cannedResponseRemoved({ cannedResponseId: id, title: toldTitle(row) }));
  });
}

const toldTitle = (row: CannedRow): string => (row.owner === 'private' ? '' : row.title);

async function present(tx: Tx, row: CannedRow, files: CannedFiles): Promise<CannedResponse> {
  return toCannedResponse(row, await files.show(tx, row.workspace_id, row.file_ids));
}

async function locked(ctx: Ctx, tx: Tx, id: string, reach: Reach): Promise<CannedRow> {
  const row = await tx
    .selectFrom('canned_responses')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where(isForAgent(ctx, 'canned_responses', reach === 'any'))
    .forUpdate()
    .executeTakeFirst();
  if (!row || (reach === 'own' && row.owner !== 'private')) throw notFound();
  return row;
}

const columnsOf = async (ctx: Ctx, tx: Tx, { shortcut, title, text, locale, fileIds, ...whose }: CannedWish) => ({
  shortcut,
  title,
  text,
  locale,
  file_ids: fileIds,
  ...(await columnsOfOwner(ctx, tx, 'canned', whose)),
});
