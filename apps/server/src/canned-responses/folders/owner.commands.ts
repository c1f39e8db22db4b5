import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { folderGone, ownerRefused } from '../canned-responses.errors.ts';
import { type OwnerColumns, type OwnerWish, ownerColumns } from '../owners.rules.ts';

/** Whose a text or macro is to be and where it lies, as columns. @throws ownerRefused · folderGone */
export async function columnsOfOwner(ctx: Ctx, tx: Tx, kind: 'canned' | 'macro', wish: OwnerWish): Promise<OwnerColumns> {
  const columns = ownerColumns(wish, ctx.actor.kind === 'agent' ? ctx.actor.id : null);
  if (!columns) throw ownerRefused();
  const { workspaceId } = ctx.viewer;
  if (columns.team_id !== null) {
    const team = await tx
      .selectFrom('teams')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', columns.team_id)
      .executeTakeFirst();
    if (!team) throw ownerRefused();
  }
  if (columns.folder_id !== null) {
    const folder = await tx
      .selectFrom('text_folders')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', kind)
      .where('id', '=', columns.folder_id)
      .forShare()
      .executeTakeFirst();
    if (!folder) throw folderGone();
  }
  return columns;
}
