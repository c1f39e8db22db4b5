import type { Carrier, Shipment } from '@madoguchi/contract/commerce.ts';
import type { Tx } from '../../platform/db/db.ts';
import { trackingUrl } from './carriers.rules.ts';

export type OrderKey = { source: string; orderExternalId: string };

/** The parcels of these orders, each order's in the order they went out. */
export async function shipmentsOf(
  tx: Tx,
  workspaceId: string,
  keys: readonly OrderKey[],
): Promise<(source: string, orderExternalId: string) => Shipment[]> {
  if (keys.length === 0) return () => [];
  const rows = await tx
    .selectFrom('shipments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('source', 'in', [...new Set(keys.map(({ source }) => source))])
    .where(
      'order_external_id',
      'in',
      keys.map(({ orderExternalId }) => orderExternalId),
    )
    .orderBy('shipped_at')
    .orderBy('id')
    .execute();
  return (source, orderExternalId) =>
    rows
      .filter((row) => row.source === source && row.order_external_id === orderExternalId)
      .map((row) => ({
        id: row.id,
        externalId: row.external_id,
        carrier: row.carrier as Carrier,
        carrierName: row.carrier_name,
        trackingNumber: row.tracking_number,
        trackingUrl: trackingUrl(row.carrier as Carrier, row.tracking_number, row.tracking_url),
        state: row.state as Shipment['state'],
        shippedAt: row.shipped_at?.toISOString() ?? null,
        deliveredAt: row.delivered_at?.toISOString() ?? null,
      }));
}
