import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import type { StoredArticle } from '../knowledge.types.ts';
import { EXPORTS, type ExportFormat, isExportFormat } from './export.rules.ts';

const AT_A_TIME = 200;

/** Everything the company knows as one file: drafts, what is archived and what is internal too. Sent as it is read. */
export function exportRoutes(app: FastifyInstance): void {
  const options = {
    schema: { summary: 'Every article as a file: format jsonl (default), csv or markdown', tags: ['articles'] },
    config: { permit: 'knowledge.write' },
  };
  app.get<{ Querystring: { format?: string } }>('/api/articles/export', options, async (request, reply) => {
    const wanted = request.query.format ?? 'jsonl';
    const format: ExportFormat = isExportFormat(wanted) ? wanted : 'jsonl';
    const { type, extension } = EXPORTS[format];
    const day = request.ctx.clock.now().toISOString().slice(0, 10);
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="articles-${day}.${extension}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines(request.ctx, format)));
  });
}

async function* lines(ctx: Ctx, format: ExportFormat): AsyncGenerator<string> {
  const { head, of } = EXPORTS[format];
  const keys = new Map((await brandsOf(ctx)).all.map(({ id, key }) => [id, key]));
  if (head) yield head;
  for (let after = ''; ; ) {
    const rows = await ctx.transaction((tx) => articlesAfter(ctx, tx, after));
    for (const row of rows) yield of({ ...row, brands: (row.brand_ids ?? []).map((id) => keys.get(id) ?? id).join(' ') });
    if (rows.length < AT_A_TIME) return;
    after = rows.at(-1)?.id ?? '';
  }
}

const articlesAfter = (ctx: Ctx, tx: Parameters<Parameters<Ctx['transaction']>[0]>[0], after: string): Promise<StoredArticle[]> =>
  tx
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(AT_A_TIME)
    .execute();
