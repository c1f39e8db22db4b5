import type { SideConversation, SideMessage } from '@madoguchi/contract/side-conversations.ts';
import { sql } from 'kysely';
import { presentAttachment } from '../conversations/attachments/attachments.queries.ts';
import type { AttachmentRow } from '../conversations/conversations.types.ts';
import type { Tx } from '../platform/db/db.ts';
import type { FileLinks } from '../platform/files/links.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { SideMessageRow, SideRow } from './side-conversations.types.ts';

const MOST = 50;
const MOST_MESSAGES = 1000;

/** What was asked beside a conversation and those that went on in it, oldest first. @throws notFound when the viewer may not see it */
export async function sidesOf(tx: Tx, workspaceId: string, conversationId: string, links: FileLinks): Promise<SideConversation[]> {
  const conversations = await tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', conversationId), eb('merged_into', '=', conversationId)]))
    .execute();
  if (!conversations.some(({ id }) => id === conversationId)) throw notFound();
  const rows = await sideRows(tx, workspaceId)
    .where('s.conversation_id', '=', sql<string>`any(${conversations.map(({ id }) => id)})`)
    .orderBy('s.created_at')
    .orderBy('s.id')
    .limit(MOST)
    .execute();
  return present(tx, workspaceId, rows, links);
}

/** @throws notFound when the viewer may not see it */
export async function sideById(tx: Tx, workspaceId: string, id: string, links: FileLinks): Promise<SideConversation> {
  const rows = await sideRows(tx, workspaceId).where('s.id', '=', id).execute();
  const [side] = await present(tx, workspaceId, rows, links);
  if (!side) throw notFound();
  return side;
}

const sideRows = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('side_conversations as s')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 's.workspace_id').onRef('i.id', '=', 's.inbox_id'))
    .selectAll('s')
    .select('i.name as inbox_name')
    .where('s.workspace_id', '=', workspaceId);

async function present(tx: Tx, workspaceId: string, rows: readonly (SideRow & { inbox_name: string })[], links: FileLinks) {
  if (rows.length === 0) return [];
  const messages = await tx
    .selectFrom('side_messages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('side_id', '=', sql<string>`any(${rows.map(({ id }) => id)})`)
    .orderBy('side_id')
    .orderBy('seq')
    .limit(MOST_MESSAGES)
    .execute();
  const files = await filesById(
    tx,
    workspaceId,
    messages.flatMap(({ file_ids }) => file_ids),
  );
  const bySide = Map.groupBy(messages, ({ side_id }) => side_id);
  return rows.map(
    (row): SideConversation => ({
      id: row.id,
      conversationId: row.conversation_id,
      inbox: { id: row.inbox_id, name: row.inbox_name },
      subject: row.subject,
      to: row.to_addresses,
      cc: row.cc_addresses,
      state: row.state as SideConversation['state'],
      unread: row.unread,
      startedBy: row.started_name,
      createdAt: row.created_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      messages: (bySide.get(row.id) ?? []).map((message) => presentMessage(message, files, links)),
    }),
  );
}

const presentMessage = (row: SideMessageRow, files: ReadonlyMap<string, AttachmentRow>, links: FileLinks): SideMessage => ({
  id: row.id,
  seq: row.seq,
  direction: row.direction as SideMessage['direction'],
  kind: row.kind as SideMessage['kind'],
  author: { id: row.author_id, name: row.author_name },
  from: row.from_address,
  to: row.to_addresses,
  cc: row.cc_addresses,
  text: row.text,
  quoted: row.quoted,
  files: row.file_ids.flatMap((id) => {
    const file = files.get(id);
    return file ? [presentAttachment(file, links)] : [];
  }),
  delivery: row.delivery as SideMessage['delivery'],
  failure: row.failure as SideMessage['failure'],
  verified: row.verified,
  stranger: row.stranger,
  joinedBy: row.joined_by,
  at: row.created_at.toISOString(),
});

/** Files by id, of those that are still there. */
export async function filesById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, AttachmentRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('attachments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids})`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
