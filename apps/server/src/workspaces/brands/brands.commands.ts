import type { Brand } from '@madoguchi/contract/brands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { changedIn } from '../changed.ts';
import { brandCreated, brandRemoved, brandUpdated, workspaceUpdated } from '../workspaces.events.ts';
import { forgetSettings } from '../workspaces.queries.ts';
import { brandHostInvalid, brandHostTaken, brandInUse, brandIsDefault, brandKeyTaken, brandTooMany } from './brands.errors.ts';
import { forgetBrands, readBrand } from './brands.queries.ts';
import { hostOf } from './brands.rules.ts';
import type { NewBrand } from './brands.types.ts';
import type { ImageSize } from './image-size.rules.ts';

const MOST = 50;
/** Of the default brand until somebody names it. */
const FIRST_KEY = 'main';

/** The brand that a new workspace begins with, in the transaction that makes it. */
export async function insertDefaultBrand(ctx: Ctx, tx: Tx, { name, color }: { name: string; color: string }): Promise<void> {
  await insertBrand(ctx, tx, { name, color, key: FIRST_KEY, host: null }, true);
}

async function insertBrand(ctx: Ctx, tx: Tx, brand: NewBrand, isDefault: boolean): Promise<string> {
  const id = newId('brd');
  const row = { workspace_id: ctx.viewer.workspaceId, id, ...brand, is_default: isDefault, created_at: ctx.clock.now() };
  await tx.insertInto('brands').values(row).execute();
  return id;
}

/** Adds a brand. @throws brandKeyTaken · brandHostTaken · brandHostInvalid · brandTooMany */
export async function createBrand(ctx: Ctx, wish: NewBrand, publicUrl: string | null): Promise<Brand> {
  const brand = { ...wish, host: keptHost(wish.host) };
  const { workspaceId } = ctx.viewer;
  return orTaken(() =>
    ctx.transaction(async (tx) => {
      await lockWorkspace(ctx, tx);
      const there = await tx.selectFrom('brands').select('id').where('workspace_id', '=', workspaceId).execute();
      if (there.length >= MOST) throw brandTooMany();
      const id = await insertBrand(ctx, tx, brand, false);
      await ctx.append(tx, brandCreated({ brandId: id, name: brand.name, key: brand.key }));
      tx.afterCommit(() => forgetBrands(workspaceId));
      return readBrand(tx, workspaceId, id, publicUrl);
    }),
  );
}

/**
 * Changes a brand; what is already so writes no fact. The default brand's name and color are the workspace's.
 * @throws notFound · brandKeyTaken · brandHostTaken · brandHostInvalid
 */
export async function updateBrand(ctx: Ctx, id: string, wish: Partial<NewBrand>, publicUrl: string | null): Promise<Brand> {
  const change = wish.host === undefined ? wish : { ...wish, host: keptHost(wish.host) };
  return orTaken(() =>
    ctx.transaction(async (tx) => {
      await lockWorkspace(ctx, tx);
      const before = await readBrand(tx, ctx.viewer.workspaceId, id, publicUrl);
      const changed = changedIn(change, before as NewBrand);
      if (changed.length === 0) return before;
      await writeBrand(ctx, tx, id, Object.fromEntries(changed.map((name) => [name, change[name]])), changed);
      if (before.isDefault) await changeWorkspaceToo(ctx, tx, change, changed);
      return readBrand(tx, ctx.viewer.workspaceId, id, publicUrl);
    }),
  );
}

/** Keeps the default brand as the workspace's settings are, in the transaction that changes them. */
export async function changeDefaultBrand(ctx: Ctx, tx: Tx, { name, color }: { name: string; color: string }): Promise<void> {
  await tx
    .updateTable('brands')
    .set({ name, color })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('is_default', '=', true)
    .execute();
  tx.afterCommit(() => forgetBrands(ctx.viewer.workspaceId));
}

/**
 * Gives a brand the logo whose bytes lie under `file.id`, or none.
 * @returns the id of the file that is shown no more, if there was one. @throws notFound
 */
export async function setLogo(ctx: Ctx, id: string, file: ({ id: string; type: string } & ImageSize) | null): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    await lockWorkspace(ctx, tx);
    const before = await tx
      .selectFrom('brands')
      .select('logo_id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!before) throw notFound();
    if (before.logo_id === null && file === null) return null;
    await writeBrand(ctx, tx, id, logoColumns(file), ['logo']);
    return before.logo_id;
  });
}

/** Removes a brand that no inbox and no article names. @returns the file of its logo, if it had one. @throws notFound · brandIsDefault · brandInUse */
export async function removeBrand(ctx: Ctx, id: string): Promise<string | null> {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    await lockWorkspace(ctx, tx);
    const row = await tx
      .selectFrom('brands')
      .select(['name', 'key', 'is_default', 'logo_id'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      // Whoever is about to name it holds it (`for key share`): they first, or they find it gone.
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    if (row.is_default) throw brandIsDefault();
    const { inboxCount, articleCount } = await readBrand(tx, workspaceId, id, null);
    if (inboxCount + articleCount > 0) throw brandInUse({ inboxes: inboxCount, articles: articleCount });
    await tx.deleteFrom('brands').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, brandRemoved({ brandId: id, name: row.name, key: row.key }));
    tx.afterCommit(() => forgetBrands(workspaceId));
    return row.logo_id;
  });
}

const logoColumns = (file: ({ id: string; type: string } & ImageSize) | null) => ({
  logo_id: file?.id ?? null,
  logo_type: file?.type ?? null,
  logo_width: file?.width ?? null,
  logo_height: file?.height ?? null,
});

type Columns = Partial<NewBrand & ReturnType<typeof logoColumns>>;

async function writeBrand(ctx: Ctx, tx: Tx, id: string, columns: Columns, changed: string[]): Promise<void> {
  const { workspaceId } = ctx.viewer;
  await tx.updateTable('brands').set(columns).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
  await ctx.append(tx, brandUpdated({ brandId: id, changed }));
  tx.afterCommit(() => forgetBrands(workspaceId));
}

async function changeWorkspaceToo(ctx: Ctx, tx: Tx, { name, color }: Partial<NewBrand>, changedHere: string[]): Promise<void> {
  const changed = changedHere.filter((one) => one === 'name' || one === 'color');
  if (changed.length === 0) return;
  const { workspaceId } = ctx.viewer;
  const values = { ...(name === undefined ? {} : { name }), ...(color === undefined ? {} : { color }) };
  await tx.updateTable('workspaces').set(values).where('workspace_id', '=', workspaceId).execute();
  await ctx.append(tx, workspaceUpdated({ changed }));
  tx.afterCommit(() => forgetSettings(workspaceId));
}

/** One change of brands at a time; the settings of the workspace are theirs too. */
const lockWorkspace = (ctx: Ctx, tx: Tx) =>
  tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', ctx.viewer.workspaceId).forUpdate().execute();

/** @throws brandHostInvalid */
function keptHost(typed: string | null): string | null {
  if (typed === null) return null;
  const host = hostOf(typed);
  if (host === null) throw brandHostInvalid();
  return host;
}

/** What is taken, perhaps by another company whom nobody here can see, only the database knows. */
async function orTaken<R>(write: () => Promise<R>): Promise<R> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505') throw error;
    throw constraint === 'brands_host_key' ? brandHostTaken() : brandKeyTaken();
  }
}
