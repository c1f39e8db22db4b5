import type { Shop } from '@madoguchi/contract/shops.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

const EVERY_MS = 60_000;

/** Notes what is wrong with a shop's word, at most once a minute: whoever knows the address can post as often as they like. */
export async function noteTrouble(ctx: Ctx, tx: Tx, shopId: string, trouble: NonNullable<Shop['trouble']>): Promise<void> {
  const now = ctx.clock.now();
  await tx
    .updateTable('shop_connections')
    .set({ trouble, trouble_at: now })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', shopId)
    .where((eb) => eb.or([eb('trouble', 'is distinct from', trouble), eb('trouble_at', '<', new Date(now.getTime() - EVERY_MS))]))
    .execute();
}

/** A shop told something and it was understood. */
export async function noteSync(ctx: Ctx, tx: Tx, shopId: string): Promise<void> {
  await tx
    .updateTable('shop_connections')
    .set({ last_sync_at: ctx.clock.now(), trouble: null, trouble_at: null })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', shopId)
    .execute();
}
