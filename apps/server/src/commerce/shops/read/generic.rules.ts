// Pure: what a shop of our own shape tells of; documented in docs/guides/shops.md.
import { MOST_AT_ONCE, sentContract, sentOrder, sentReturn, sentShipment } from '@madoguchi/contract/commerce.ts';
import { z } from 'zod';
import { jsonOf } from './json.rules.ts';
import type { ReadShopPayload, ShopEvent } from './shop-event.types.ts';

const named = { externalId: z.string().min(1).max(200) };
const many = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_AT_ONCE).default([]);
const shape = z
  .object({
    orders: many(sentOrder.extend(named)),
    shipments: many(sentShipment.extend({ orderExternalId: named.externalId, updatedAt: sentOrder.shape.updatedAt })),
    returns: many(sentReturn.extend(named)),
    contracts: many(sentContract.extend(named)),
  })
  .refine(
    ({ orders, shipments, returns, contracts }) => orders.length + shipments.length + returns.length + contracts.length > 0,
    'payload.empty',
  );

export function readGeneric(body: Buffer): ReadShopPayload {
  const read = jsonOf(body, shape);
  if ('errors' in read) return { kind: 'malformed', errors: read.errors };
  const { orders, shipments, returns, contracts } = read.value;
  const events: ShopEvent[] = [
    ...orders.map(({ externalId, ...sent }) => ({ kind: 'order' as const, externalId, sent })),
    ...shipments.map(({ orderExternalId, updatedAt, ...sent }) => ({ kind: 'shipment' as const, orderExternalId, sent, updatedAt })),
    ...returns.map(({ externalId, ...sent }) => ({ kind: 'return' as const, externalId, sent })),
    ...contracts.map(({ externalId, ...sent }) => ({ kind: 'contract' as const, externalId, sent })),
  ];
  return { kind: 'events', events };
}
