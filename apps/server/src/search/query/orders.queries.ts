import type { FoundOrder } from '@madoguchi/contract/search.ts';
import { ordersByNumber } from '../../commerce/orders/find-orders.queries.ts';
import { numberAsked } from '../../commerce/orders/order-number.rules.ts';
import type { Tx } from '../../platform/db/db.ts';
import { markAll } from '../show/highlight.rules.ts';

const NOTHING = { items: [], count: 0, isMore: false, nextCursor: null };

/** Orders by their number or a parcel's, from its beginning, in any width and notation; nothing for words. */
export async function findOrders(tx: Tx, workspaceId: string, typed: string, limit: number) {
  const key = numberAsked(typed);
  if (key === null) return NOTHING;
  const needle = new RegExp(Array.from(key).join('[-_ .#/]{0,2}'), 'giu');
  const { items, count, isMore } = await ordersByNumber(tx, workspaceId, key, limit);
  const present = ({ number, trackingNumber, placedAt, ...order }: (typeof items)[number]): FoundOrder => ({
    ...order,
    number: markAll(number, needle),
    trackingNumber: trackingNumber === null ? null : markAll(trackingNumber, needle),
    placedAt: placedAt.toISOString(),
  });
  return { items: items.map(present), count, isMore, nextCursor: null };
}
