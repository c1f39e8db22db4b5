import type { TextFolder } from '@madoguchi/contract/text-folders.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { TextFoldersTable } from '../canned-responses.tables.ts';

/** The folders of one kind, by name. */
export async function listTextFolders(tx: Tx, workspaceId: string, kind: TextFolder['kind']): Promise<TextFolder[]> {
  const rows = await tx
    .selectFrom('text_folders')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toTextFolder);
}

export const toTextFolder = ({ id, kind, name, parent_id }: Selectable<TextFoldersTable>): TextFolder => ({
  id,
  kind: kind as TextFolder['kind'],
  name,
  parentId: parent_id,
});
