import { createBrand as createBrandContract, LOGO_BYTES } from '@madoguchi/contract/brands.ts';
import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { createBrand, updateBrand } from '../../workspaces/brands/brands.commands.ts';
import { listBrands } from '../../workspaces/brands/brands.queries.ts';
import { dropLogo, keepLogo, removeBrandWithLogo } from '../../workspaces/brands/logos.commands.ts';
import { logoBytes } from '../../workspaces/brands/logos.queries.ts';
import type { KindDeps } from '../configuration.types.ts';
import { manyOf } from './make-kind.ts';

/** The bytes of a logo themselves: small, and nothing else says how a company looks. */
const logo = z
  .string()
  .max(Math.ceil(LOGO_BYTES / 3) * 4 + 40)
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/)
  .nullable();
const shape = createBrandContract.body.extend({ logo: logo.default(null), isDefault: z.boolean().default(false) });
type Brand = z.output<typeof shape>;

const wear = async (ctx: Ctx, { logos }: KindDeps, id: string, wanted: Brand['logo']) => {
  if ((await ctx.transaction((tx) => logoBytes(tx, ctx.viewer.workspaceId, logos, id))) === wanted) return;
  if (wanted === null) await dropLogo(ctx, logos, id);
  else await keepLogo(ctx, logos, id, Buffer.from(wanted.slice(wanted.indexOf(',') + 1), 'base64'));
};

export const brandsKind = manyOf({
  name: 'brands',
  prefix: 'brd',
  key: 'key',
  shape,
  isDefault: ({ isDefault }) => isDefault === true,
  list: async (ctx, tx, { publicUrl, logos }) => {
    const brands = [];
    for (const brand of await listBrands(tx, ctx.viewer.workspaceId, publicUrl))
      brands.push({ ...brand, logo: await logoBytes(tx, ctx.viewer.workspaceId, logos, brand.id) });
    return brands;
  },
  idOf: ({ id }) => id,
  create: async (ctx, { logo, isDefault: _, ...value }, deps) => {
    const made = await createBrand(ctx, value, deps.publicUrl);
    await wear(ctx, deps, made.id, logo);
    return made;
  },
  update: async (ctx, id, { logo, isDefault: _, ...value }, deps) => {
    await updateBrand(ctx, id, value, deps.publicUrl);
    await wear(ctx, deps, id, logo);
  },
  remove: (ctx, id, { logos }) => removeBrandWithLogo(ctx, logos, id),
});
