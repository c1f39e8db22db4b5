import { uploadArticleFile } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/ctx.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound, refusal } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { keepArticleFile } from './article-files.commands.ts';

const fileMissing = refusal('attachment.missing', 400);
const ID = /^fil_[0-9a-z]{26}$/;

/** Images of articles: taken from editors, shown to everybody. */
export function articleFilesRoutes(app: FastifyInstance, { db }: Platform, files: Files): void {
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } };
  serve(
    app,
    uploadArticleFile,
    'knowledge.write',
    async (ctx, { request }) => {
      const part = await request.file();
      if (!part) throw fileMissing();
      return keepArticleFile(ctx, files, { name: part.filename, bytes: await part.toBuffer() });
    },
    { config },
  );

  // The name is for people and search engines; only the id counts.
  app.get<{ Params: { id: string; name: string } }>(
    '/help/files/:id/:name',
    { config: { permit: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const { id } = request.params;
      if (!ID.test(id)) throw notFound();
      const row = await db.directory((tx) =>
        tx.selectFrom('article_files').select(['workspace_id', 'id', 'type']).where('id', '=', id).executeTakeFirst(),
      );
      const file = row && (await files.read(`${row.workspace_id}/${row.id}`));
      if (!row || !file) throw notFound();
      return reply
        .type(row.type)
        .header('content-length', file.sizeInBytes)
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(file.stream);
    },
  );
}
