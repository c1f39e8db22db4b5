import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { buyersForgotten } from '../commerce.events.ts';
import { keepContract } from '../contracts/contracts.commands.ts';
import { keepOrder } from '../orders/orders.commands.ts';
import { keepReturn } from '../returns/sync-returns.commands.ts';
import { keepShipment } from '../shipments/shipments.commands.ts';
import type { ShopEvent } from './read/shop-event.types.ts';

/** Keeps what a shop told of. Bears a repetition. */
export async function takeIn(ctx: Ctx, tx: Tx, shop: { id: string; source: string }, event: ShopEvent): Promise<void> {
  const { source } = shop;
  switch (event.kind) {
    case 'order':
      await keepOrder(ctx, tx, source, event.externalId, event.sent);
      return;
    case 'shipment':
      await keepShipment(ctx, tx, { source, orderExternalId: event.orderExternalId }, { ...event.sent, updatedAt: event.updatedAt });
      return;
    case 'return':
      await keepReturn(ctx, tx, source, event.externalId, event.sent);
      return;
    case 'contract':
      await keepContract(ctx, tx, source, event.externalId, event.sent);
      return;
    case 'forget':
      return forgetBuyers(ctx, tx, shop, { externalIds: event.orderExternalIds, buyer: event.buyerExternal });
    case 'forget_all':
      return forgetBuyers(ctx, tx, shop, 'all');
    case 'asks':
      return;
  }
}

/** Who bought is taken out of these orders of a shop; what was bought and when stays. */
async function forgetBuyers(
  ctx: Ctx,
  tx: Tx,
  shop: { id: string; source: string },
  which: 'all' | { externalIds: readonly string[]; buyer: string },
): Promise<void> {
  const rows = await tx
    .selectFrom('orders')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('source', '=', shop.source)
    .where('erased_at', 'is', null)
    .$if(which !== 'all', (query) =>
      query.where((eb) => {
        const { externalIds, buyer } = which as { externalIds: readonly string[]; buyer: string };
        return eb.or([eb('external_id', 'in', ['', ...externalIds]), ...(buyer === '' ? [] : [eb('buyer_external', '=', buyer)])]);
      }),
    )
    .execute();
  await sql`select forget_buyers_here(${rows.map(({ id }) => id)}::text[])`.execute(tx);
  await ctx.append(tx, buyersForgotten({ shopId: shop.id, orders: rows.length }));
}
