import * as contract from '@madoguchi/contract/brands.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound, refusal } from '../../platform/http/refusal.ts';
import { serve } from '../../platform/http/routes.ts';
import { createBrand, updateBrand } from './brands.commands.ts';
import { listBrands, readBrand } from './brands.queries.ts';
import { dropLogo, keepLogo, removeBrandWithLogo } from './logos.commands.ts';

const fileMissing = refusal('attachment.missing', 400);
const NAME = /^(fil_[0-9a-z]{26})\.[a-z]{3,4}$/;

type Deps = { platform: Platform; files: Files; publicUrl: string | null };

/** The faces of the company, and their logos for everybody. */
export function brandsRoutes(app: FastifyInstance, { platform: { db }, files, publicUrl }: Deps): void {
  const present = (ctx: Ctx, id: string) => ctx.transaction((tx) => readBrand(tx, ctx.viewer.workspaceId, id, publicUrl));

  serve(app, contract.listBrands, 'workspace.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listBrands(tx, ctx.viewer.workspaceId, publicUrl)),
  }));
  serve(app, contract.createBrand, 'workspace.manage', (ctx, { body }) => createBrand(ctx, body, publicUrl));
  serve(app, contract.updateBrand, 'workspace.manage', (ctx, { params, body }) => updateBrand(ctx, params.id, body, publicUrl));
  serve(app, contract.deleteBrand, 'workspace.manage', async (ctx, { params }) => {
    await removeBrandWithLogo(ctx, files, params.id);
    return undefined;
  });
  serve(
    app,
    contract.setBrandLogo,
    'workspace.manage',
    async (ctx, { params, request }) => {
      const part = await request.file();
      if (!part) throw fileMissing();
      await keepLogo(ctx, files, params.id, await part.toBuffer());
      return present(ctx, params.id);
    },
    { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
  );
  serve(app, contract.removeBrandLogo, 'workspace.manage', async (ctx, { params }) => {
    await dropLogo(ctx, files, params.id);
    return present(ctx, params.id);
  });

  app.get<{ Params: { name: string } }>(
    '/help/logos/:name',
    { config: { permit: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const id = NAME.exec(request.params.name)?.[1];
      if (!id) throw notFound();
      const row = await db.directory((tx) =>
        tx.selectFrom('brands').select(['workspace_id', 'logo_type']).where('logo_id', '=', id).executeTakeFirst(),
      );
      const file = row?.logo_type ? await files.read(`${row.workspace_id}/${id}`) : null;
      if (!row?.logo_type || !file) throw notFound();
      return reply
        .type(row.logo_type)
        .header('content-length', file.sizeInBytes)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(file.stream);
    },
  );
}
