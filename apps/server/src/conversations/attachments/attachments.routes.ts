import { uploadAttachment } from '@madoguchi/contract/conversations.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound, refusal } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import type { AttachmentRow } from '../conversations.types.ts';
import { keepAttachment } from './attachments.commands.ts';
import type { FileLinks } from './attachments.links.ts';

const fileMissing = refusal('attachment.missing', 400);

export const presentAttachment = (row: AttachmentRow, links: FileLinks) => ({
  id: row.id,
  name: row.name,
  type: row.type,
  sizeInBytes: row.size_in_bytes,
  url: links.pathOf(row.workspace_id, row.id),
});

/** Reads the one part `file` of a multipart request and keeps it. */
export async function takeUpload(ctx: Ctx, request: FastifyRequest, files: Files, links: FileLinks) {
  const part = await request.file();
  if (!part) throw fileMissing();
  const bytes = await part.toBuffer();
  return presentAttachment(await keepAttachment(ctx, files, { name: part.filename, bytes }), links);
}

export function attachmentsRoutes(app: FastifyInstance, { db }: Platform, files: Files, links: FileLinks): void {
  const rate = { rateLimit: { max: 60, timeWindow: '1 minute' } };
  serve(app, uploadAttachment, 'conversation.reply', (ctx, { request }) => takeUpload(ctx, request, files, links), { config: rate });

  app.get<{ Params: { token: string } }>(
    '/files/:token',
    { config: { permit: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const place = links.read(request.params.token);
      if (!place) throw notFound();
      const row = await db.as(systemViewer(place.workspaceId), (tx) =>
        tx
          .selectFrom('attachments')
          .selectAll()
          .where('workspace_id', '=', place.workspaceId)
          .where('id', '=', place.attachmentId)
          .executeTakeFirst(),
      );
      const file = row && (await files.read(`${row.workspace_id}/${row.id}`));
      if (!row || !file) throw notFound();
      const disposition = row.type.startsWith('image/') ? 'inline' : 'attachment';
      return reply
        .type(row.type)
        .header('content-length', file.sizeInBytes)
        .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(row.name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(file.stream);
    },
  );
}
