import { applyArticleImport, previewArticleImport } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { exportRoutes } from './export.routes.ts';
import { applyImport, previewImport } from './import.commands.ts';
import { fileMissing, fileRefused } from './import.errors.ts';
import type { GivenFile } from './import.files.ts';
import { importLimits } from './import.parse.ts';

export function importRoutes(app: FastifyInstance): void {
  exportRoutes(app);
  serve(app, previewArticleImport, 'import.run', async (ctx, { request }) => {
    return previewImport(ctx, await uploaded(request));
  });
  serve(app, applyArticleImport, 'import.run', (ctx, { params, body }) => applyImport(ctx, params.id, body));
}

/** The files of a request, together no larger than one may be. */
async function uploaded(request: FastifyRequest): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  let left = importLimits.bytes;
  for await (const part of request.files({ limits: { fileSize: importLimits.bytes, files: importLimits.files } })) {
    const bytes = await part.toBuffer().catch((error: Error) => {
      throw part.file.truncated ? tooLarge() : error;
    });
    left -= bytes.length;
    if (left < 0) throw tooLarge();
    files.push({ name: part.filename, bytes });
  }
  if (files.length === 0) throw fileMissing();
  return files;
}

const tooLarge = () => fileRefused('file.too_large', { limits: importLimits });
