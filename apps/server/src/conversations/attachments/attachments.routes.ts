import { uploadAttachment } from '@madoguchi/contract/conversations.ts';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Files } from '../../platform/files/files.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { takeUpload } from './attachments.commands.ts';

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
