import type { TextFolder } from '@madoguchi/contract/text-folders.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { folderGone, folderTooDeep } from '../canned-responses.errors.ts';
import { textFolderCreated, textFolderRemoved, textFolderRenamed } from './folders.events.ts';
import { toTextFolder } from './folders.queries.ts';

/** Adds a folder. @throws folderGone for one in a folder that is not there, or of another kind · folderTooDeep */
export async function createTextFolder(ctx: Ctx, { kind, name, parentId }: Omit<TextFolder, 'id'>): Promise<TextFolder> {
  return ctx.transaction(async (tx) => {
    if (parentId !== null) {
      const parent = await locked(ctx, tx, parentId);
      if (parent?.kind !== kind) throw folderGone();
      if (parent.parent_id !== null) throw folderTooDeep();
    }
    const row = await tx
      .insertInto('text_folders')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('tfo'),
        kind,
        name: name.trim(),
        parent_id: parentId,
        created_at: ctx.clock.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, textFolderCreated({ folderId: row.id, name: row.name }));
    return toTextFolder(row);
  });
}

/** Gives a folder another name. @throws notFound */
export async function renameTextFolder(ctx: Ctx, id: string, name: string): Promise<TextFolder> {
  return ctx.transaction(async (tx) => {
    const row = await locked(ctx, tx, id);
    if (!row) throw notFound();
    if (row.name === name.trim()) return toTextFolder(row);
    const renamed = await tx
      .updateTable('text_folders')
      .set({ name: name.trim() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, textFolderRenamed({ folderId: id, name: renamed.name }));
    return toTextFolder(renamed);
  });
}

/** Removes a folder: what lies in it comes one level up. @throws notFound */
export async function removeTextFolder(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    const row = await locked(ctx, tx, id);
    if (!row) throw notFound();
    for (const table of ['canned_responses', 'macros'] as const)
      await tx
        .updateTable(table)
        .set({ folder_id: row.parent_id })
        .where('workspace_id', '=', workspaceId)
        .where('folder_id', '=', id)
        .execute();
    await tx
      .updateTable('text_folders')
      .set({ parent_id: row.parent_id })
      .where('workspace_id', '=', workspaceId)
      .where('parent_id', '=', id)
      .execute();
    await tx.deleteFrom('text_folders').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, textFolderRemoved({ folderId: id, name: row.name }));
  });
}

const locked = (ctx: Ctx, tx: Tx, id: string) =>
  tx
    .selectFrom('text_folders')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
