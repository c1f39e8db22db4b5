import { applyArticleImport, previewArticleImport } from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { applyImport, previewImport } from './import.commands.ts';
import { fileMissing, fileRefused } from './import.errors.ts';
import { importLimits } from './import.parse.ts';

export function importRoutes(app: FastifyInstance): void {
  serve(app, previewArticleImport, 'import.run', async (ctx, { request }) => {
    const { name, bytes } = await uploaded(request);
    return previewImport(ctx, name, bytes);
  });
  serve(app, applyArticleImport, 'import.run', (ctx, { params, body }) => applyImport(ctx, params.id, body));
}

async function uploaded(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file({ limits: { fileSize: importLimits.bytes } });
  if (!part) throw fileMissing();
  try {
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    throw part.file.truncated ? fileRefused('file.too_large', { limits: importLimits }) : error;
  }
}
