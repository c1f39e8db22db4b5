import * as contract from '@madoguchi/contract/configuration.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import { serve } from '../platform/http/routes.ts';
import { importConfiguration, previewConfiguration } from './apply.commands.ts';
import { configurationExported } from './configuration.events.ts';
import type { KindDeps } from './configuration.types.ts';
import { filesOf, readConfiguration } from './export.queries.ts';
import { zipOf } from './zip.ts';

const MOST_BYTES = 12 * 1024 * 1024;

/** The configuration as files, and back. */
export function configurationRoutes(app: FastifyInstance, deps: KindDeps): void {
  const exported = (ctx: Ctx) =>
    ctx.transaction(async (tx) => {
      const files = filesOf(await readConfiguration(ctx, tx, deps));
      await ctx.append(tx, configurationExported({ count: files.length }));
      return files;
    });

  serve(app, contract.exportConfiguration, 'workspace.manage', async (ctx) => ({ files: await exported(ctx) }));
  app.get('/api/configuration/export.zip', {
    config: { permit: 'workspace.manage' },
    schema: { summary: 'Every setting of the workspace as files in a zip file', tags: ['configuration'], response: { 200: z.unknown() } },
    handler: async ({ ctx }, reply) =>
      reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="madoguchi-configuration.zip"')
        .header('cache-control', 'no-store')
        .send(zipOf(await exported(ctx))),
  });
  serve(app, contract.previewConfiguration, 'workspace.manage', (ctx, { body }) => previewConfiguration(ctx, deps, body.files), {
    bodyLimit: MOST_BYTES,
  });
  serve(app, contract.importConfiguration, 'workspace.manage', (ctx, { body }) => importConfiguration(ctx, deps, body), {
    bodyLimit: MOST_BYTES,
  });
}
