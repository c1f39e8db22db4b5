import { contracts, orders, returns } from '../../../../fixtures/orders.ts';
import { CONTRACTS, ORDERS, RETURNS, syncOne } from '../commerce/sync/sync.commands.ts';
import type { Ctx } from '../platform/ctx.ts';

/** What the shop's own system calls itself. */
export const SOURCE = 'hazuki-ec';

/** Tells of the cast's orders as their shop would; again it changes nothing that was brought on since. */
export async function addOrders(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const known = await ctx.transaction((tx) =>
    tx.selectFrom('orders').select('id').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst(),
  );
  if (known) return;
  const now = ctx.clock.now();
  for (const { externalId, sent } of contracts(now)) await syncOne(ctx, CONTRACTS, SOURCE, externalId, sent);
  for (const { externalId, sent } of returns(now)) await syncOne(ctx, RETURNS, SOURCE, externalId, sent);
  for (const { externalId, sent } of orders(now)) await syncOne(ctx, ORDERS, SOURCE, externalId, sent);
}
