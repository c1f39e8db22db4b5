import { uploadArticleFile } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound, refusal } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { keepArticleFile } from './article-files.commands.ts';
import { isForAgentsOnly } from './article-files.queries.ts';

const fileMissing = refusal('attachment.missing', 400);
const ID = /^fil_[0-9a-z]{26}$/;

/** Makes the Ctx of a signed-in agent or an API key; rejects for anybody else. */
type SignedIn = (request: FastifyRequest) => Promise<Ctx>;

/** Images of articles: taken from editors, shown to everybody, those of internal articles to the agents of their workspace. */
export function articleFilesRoutes(app: FastifyInstance, { db }: Platform, files: Files, signedIn: SignedIn): void {
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

  // Whoever is not signed in is told nothing, not even that there is a file.
  const workspaceOf = (request: FastifyRequest) =>
    signedIn(request).then(
      (ctx) => ctx.viewer.workspaceId,
      () => null,
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
      if (!row) throw notFound();
      const isInternal = await db.as(systemViewer(row.workspace_id), (tx) => isForAgentsOnly(tx, row.workspace_id, id));
      if (isInternal && (await workspaceOf(request)) !== row.workspace_id) throw notFound();
      const file = await files.read(`${row.workspace_id}/${row.id}`);
      if (!file) throw notFound();
      return reply
        .type(row.type)
        .header('content-length', file.sizeInBytes)
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', isInternal ? 'private, no-cache' : 'public, max-age=31536000, immutable')
        .send(file.stream);
    },
  );
}
