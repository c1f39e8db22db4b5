import { buffer } from 'node:stream/consumers';
import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { cleanFileName } from '../../platform/files/file-name.rules.ts';
import type { Files } from '../../platform/files/files.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { refusal, tooLarge, typeRefused, unavailable } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { attachmentGone } from '../conversations.errors.ts';
import type { AttachmentRow } from '../conversations.types.ts';
import { presentAttachment } from './attachments.queries.ts';
import { refuseUpload } from './attachments.rules.ts';

const fileMissing = refusal('attachment.missing', 400);
const empty = refusal('attachment.empty', 400);
const RECEIVED_BYTES = 25 * 1024 * 1024;

const diskFull = refusal('attachment.disk_full', 507);

/**
 * Keeps an uploaded file, not yet part of a message. The bytes are durable before the row exists.
 * Not idempotent: an upload repeated is a second file, which nobody refers to.
 * @throws attachment.empty · request.too_large · attachment.type_refused · attachment.disk_full · unavailable
 */
export async function keepAttachment(ctx: Ctx, files: Files, upload: { name: string; bytes: Buffer }): Promise<AttachmentRow> {
  const type = (await fileTypeFromBuffer(upload.bytes))?.mime;
  const refused = refuseUpload(upload.bytes.length, type);
  if (refused === 'attachment.empty') throw empty();
  if (refused === 'request.too_large') throw tooLarge();
  if (refused || !type) throw typeRefused();
  return keepFile(ctx, files, { ...upload, type });
}

/**
 * Keeps a file that a customer's platform handed over: of any type, named by its content where that tells, and of up to 25 MB. Screens
 * show pictures and offer everything else for download. Not idempotent, as uploads.
 * @throws attachment.empty · request.too_large · attachment.disk_full · unavailable
 */
export async function keepReceivedFile(ctx: Ctx, files: Files, file: { name: string; bytes: Buffer }): Promise<AttachmentRow> {
  if (file.bytes.length === 0) throw empty();
  if (file.bytes.length > RECEIVED_BYTES) throw tooLarge();
  const type = (await fileTypeFromBuffer(file.bytes))?.mime ?? 'application/octet-stream';
  return keepFile(ctx, files, { ...file, type });
}

async function keepFile(ctx: Ctx, files: Files, upload: { name: string; bytes: Buffer; type: string }): Promise<AttachmentRow> {
  const id = newId('att');
  await files.put(`${ctx.viewer.workspaceId}/${id}`, upload.bytes).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? diskFull() : unavailable();
  });
  return ctx.transaction((tx) =>
    tx
      .insertInto('attachments')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        uploader_kind: ctx.actor.kind,
        uploader_id: ctx.actor.id ?? '',
        name: cleanFileName(upload.name),
        type: upload.type,
        size_in_bytes: upload.bytes.length,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** Reads the one part `file` of a multipart request and keeps it; answers as the screens show it. */
export async function takeUpload(ctx: Ctx, request: FastifyRequest, files: Files, links: FileLinks) {
  const part = await request.file();
  if (!part) throw fileMissing();
  const bytes = await part.toBuffer();
  return presentAttachment(await keepAttachment(ctx, files, { name: part.filename, bytes }), links);
}

/** Makes uploaded files part of a message: only the sender's own, and only once. @throws attachmentGone */
export async function attachTo(ctx: Ctx, tx: Tx, messageId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { numUpdatedRows } = await tx
    .updateTable('attachments')
    .set({ message_id: messageId })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', 'in', ids)
    .where('uploader_kind', '=', ctx.actor.kind)
    .where('uploader_id', '=', ctx.actor.id ?? '')
    .where('message_id', 'is', null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== new Set(ids).size) throw attachmentGone();
}

/**
 * Hangs uploads on something that is no message and goes out again and again, such as a canned response: from then on they belong to it, and no
 * message takes them. Those that are its already stay. @throws attachmentGone for one that is somebody else's
 */
export async function keepForOwner(ctx: Ctx, tx: Tx, owner: { kind: 'canned'; id: string }, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom('attachments')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', 'in', ids)
    .where('message_id', 'is', null)
    .forUpdate()
    .execute();
  const isMine = (row: AttachmentRow): boolean =>
    (row.uploader_kind === owner.kind && row.uploader_id === owner.id) ||
    (row.uploader_kind === ctx.actor.kind && row.uploader_id === ctx.actor.id);
  if (rows.filter(isMine).length !== new Set(ids).size) throw attachmentGone();
  await tx
    .updateTable('attachments')
    .set({ uploader_kind: owner.kind, uploader_id: owner.id })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** Copies a kept file, so that whoever acts can send it. Undefined when it is gone. @throws attachment.disk_full · unavailable */
export async function copyAttachment(ctx: Ctx, files: Files, row: AttachmentRow): Promise<AttachmentRow | undefined> {
  const kept = await files.read(`${row.workspace_id}/${row.id}`);
  if (!kept) return undefined;
  return keepFile(ctx, files, { name: row.name, type: row.type, bytes: await buffer(kept.stream) });
}
