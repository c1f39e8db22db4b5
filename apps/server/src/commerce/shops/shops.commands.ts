import { randomBytes } from 'node:crypto';
import type { ShopKind } from '@madoguchi/contract/shops.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { seal } from '../../platform/secrets/seal.ts';
import { shopSecretMissing, shopSourceTaken } from '../commerce.errors.ts';
import { shopChanged, shopConnected, shopRemoved } from '../commerce.events.ts';

const newSecret = () => `shp_${randomBytes(32).toString('base64url')}`;

type Wish = { kind: ShopKind; name: string; source: string; secret?: string | undefined };

/** Connects a shop. @throws shopSourceTaken, shopSecretMissing @returns its id, and the secret when it was made here: it is not told again */
export async function connectShop(ctx: Ctx, sealingKey: Buffer, wish: Wish): Promise<{ id: string; secret: string | null }> {
  if (wish.kind === 'shopify' && !wish.secret) throw shopSecretMissing();
  const made = wish.kind === 'generic' ? newSecret() : null;
  return ctx.transaction(async (tx) => {
    const id = newId('sho');
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('shop_connections')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        key: randomBytes(18).toString('base64url'),
        kind: wish.kind,
        name: wish.name,
        source: wish.source,
        secret: seal(sealingKey, made ?? wish.secret!),
        created_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'source']).doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) throw shopSourceTaken();
    await ctx.append(tx, shopConnected({ shopId: id, kind: wish.kind, name: wish.name }));
    return { id, secret: made };
  });
}

/** Renames a shop, or keeps the secret it signs with from now on. @throws notFound */
export async function updateShop(
  ctx: Ctx,
  sealingKey: Buffer,
  id: string,
  { name, secret }: { name?: string | undefined; secret?: string | undefined },
): Promise<void> {
  const changed = [...(name === undefined ? [] : ['name']), ...(secret === undefined ? [] : ['secret'])];
  await ctx.transaction(async (tx) => {
    if (changed.length === 0) return;
    await change(ctx, tx, id, {
      ...(name === undefined ? {} : { name }),
      ...(secret === undefined ? {} : { secret: seal(sealingKey, secret), trouble: null, trouble_at: null }),
    });
    await ctx.append(tx, shopChanged({ shopId: id, changed }));
  });
}

/** A new secret of ours; what is signed with the old one is refused from now on. @throws notFound */
export async function renewSecret(ctx: Ctx, sealingKey: Buffer, id: string): Promise<string> {
  const secret = newSecret();
  await updateShop(ctx, sealingKey, id, { secret });
  return secret;
}

/** Disconnects a shop and forgets what it sent; its orders stay. @throws notFound */
export async function removeShop(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await tx
      .deleteFrom('shop_connections')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!row) throw notFound();
    await ctx.append(tx, shopRemoved({ shopId: id, name: row.name }));
  });
}

async function change(
  ctx: Ctx,
  tx: Tx,
  id: string,
  set: { name?: string; secret?: Buffer; trouble?: null; trouble_at?: null },
): Promise<void> {
  const row = await tx
    .updateTable('shop_connections')
    .set(set)
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw notFound();
}
