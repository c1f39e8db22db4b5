import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import type { AttachmentRow } from '../conversations.types.ts';

/** A file as the screens show it, with a link that lives for a day or two. */
export const presentAttachment = (row: AttachmentRow, links: FileLinks) => ({
  id: row.id,
  name: row.name,
  type: row.type,
  sizeInBytes: row.size_in_bytes,
  url: links.pathOf(row.workspace_id, row.id),
});

/** The files of some messages, by message id. */
export async function attachmentsOf(tx: Tx, rows: readonly { workspace_id: string; id: string }[]): Promise<Map<string, AttachmentRow[]>> {
  const found = new Map<string, AttachmentRow[]>();
  if (!rows[0]) return found;
  const files = await tx
    .selectFrom('attachments')
    .selectAll()
    .where('workspace_id', '=', rows[0].workspace_id)
    .where('message_id', '=', sql<string>`any(${rows.map((row) => row.id)})`)
    .orderBy('id')
    .execute();
  for (const file of files) found.set(file.message_id!, [...(found.get(file.message_id!) ?? []), file]);
  return found;
}

/** Files by id, whatever they hang on. */
export async function attachmentsById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('attachments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids})`)
    .execute();
}
