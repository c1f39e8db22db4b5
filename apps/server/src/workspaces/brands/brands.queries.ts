import type { Brand } from '@madoguchi/contract/brands.ts';
import { type Selectable, sql } from 'kysely';
import { makeShortCache } from '../../platform/cache/short-cache.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { BrandsTable } from '../workspaces.tables.ts';
import { helpAddress, logoPath } from './brands.rules.ts';
import type { BrandLook, Brands } from './brands.types.ts';

/** Ids are unique across installations, so one cache serves every database of a process. */
const cache = makeShortCache<Brands>({ ttlMs: 5000, max: 1000 });

/** The brands of the viewer's workspace, at most five seconds old. Inside a transaction hand it over, so that a miss takes no second connection. */
export const brandsOf = (ctx: Ctx, tx?: Tx): Promise<Brands> =>
  cache.get(ctx.viewer.workspaceId, () => (tx ? read(ctx, tx) : ctx.transaction((own) => read(ctx, own))));

export const forgetBrands = (workspaceId: string): void => cache.drop(workspaceId);

async function read(ctx: Ctx, tx: Tx): Promise<Brands> {
  const { workspaceId } = ctx.viewer;
  const rows = await inOrder(tx, workspaceId).selectAll().execute();
  const inboxes = await tx
    .selectFrom('inboxes')
    .select(['id', 'brand_id'])
    .where('workspace_id', '=', workspaceId)
    .where('brand_id', 'is not', null)
    .execute();
  return brandsFrom(
    rows.map(toLook),
    inboxes.map(({ id, brand_id }) => [id, brand_id]),
  );
}

/** `inboxes`: those that name a brand, and which. */
export function brandsFrom(all: readonly BrandLook[], inboxes: readonly (readonly [string, string | null])[]): Brands {
  const byDefault = all.find(({ isDefault }) => isDefault) ?? NONE;
  const byInbox = new Map(inboxes.map(([inboxId, brandId]) => [inboxId, all.find(({ id }) => id === brandId)]));
  return { all, byDefault, ofInbox: (inboxId) => byInbox.get(inboxId) ?? byDefault };
}

/** Of a workspace that has none yet, articles for every brand can be read. */
const NONE: BrandLook = { id: '', name: '', key: 'main', color: '#3b5bdb', logo: null, host: null, isDefault: true };

const inOrder = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('brands').where('workspace_id', '=', workspaceId).orderBy('is_default', 'desc').orderBy('created_at').orderBy('id');

export const toLook = (row: Selectable<BrandsTable>): BrandLook => ({
  id: row.id,
  name: row.name,
  key: row.key,
  color: row.color,
  logo:
    row.logo_id && row.logo_type && row.logo_width && row.logo_height
      ? { url: logoPath(row.logo_id, row.logo_type), width: row.logo_width, height: row.logo_height }
      : null,
  host: row.host,
  isDefault: row.is_default,
});

const counted = (tx: Tx, workspaceId: string) =>
  inOrder(tx, workspaceId)
    .selectAll()
    .select([
      sql<number>`(select count(*)::integer from inboxes i where i.workspace_id = brands.workspace_id and i.brand_id = brands.id)`.as(
        'inboxes',
      ),
      sql<number>`(select count(*)::integer from articles a
        where a.workspace_id = brands.workspace_id and a.brand_ids is not null and brands.id = any(a.brand_ids))`.as('articles'),
    ]);

type Counted = Awaited<ReturnType<ReturnType<typeof counted>['execute']>>[number];

const toBrand = (row: Counted, publicUrl: string | null): Brand => {
  const look = toLook(row);
  return { ...look, helpUrl: helpAddress(look, publicUrl), inboxCount: row.inboxes, articleCount: row.articles };
};

/** Every brand with what names it, the default one first. `publicUrl`: the installation's own address, if it is known. */
export async function listBrands(tx: Tx, workspaceId: string, publicUrl: string | null): Promise<Brand[]> {
  return (await counted(tx, workspaceId).execute()).map((row) => toBrand(row, publicUrl));
}

/** @throws notFound */
export async function readBrand(tx: Tx, workspaceId: string, id: string, publicUrl: string | null): Promise<Brand> {
  const row = await counted(tx, workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return toBrand(row, publicUrl);
}
