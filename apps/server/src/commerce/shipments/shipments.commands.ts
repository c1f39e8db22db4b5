import type { SentShipment } from '@madoguchi/contract/commerce.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { shipmentSynced } from '../commerce.events.ts';
import { numberKey } from '../orders/order-number.rules.ts';
import { type Done, digestOf, doneWith } from '../sync/outcome.rules.ts';

type OfOrder = { source: string; orderExternalId: string };

/** Keeps a parcel as its shop tells of it, also before its order is known; older words change nothing. */
export async function keepShipment(
  ctx: Ctx,
  tx: Tx,
  { source, orderExternalId }: OfOrder,
  { updatedAt, ...sent }: SentShipment & { updatedAt: string },
): Promise<Done> {
  const workspace_id = ctx.viewer.workspaceId;
  // Without its time: an order brings its parcels along each time, mostly as they were.
  const digest = digestOf(sent);
  const place = { workspace_id, source, order_external_id: orderExternalId, external_id: sent.externalId };
  const before = await standingShipment(tx, place);
  const written = await tx
    .insertInto('shipments')
    .values({
      ...place,
      id: newId('shp'),
      carrier: sent.carrier,
      carrier_name: sent.carrierName,
      tracking_number: sent.trackingNumber,
      tracking_key: numberKey(sent.trackingNumber),
      tracking_url: sent.trackingUrl,
      state: sent.state,
      shipped_at: sent.shippedAt ? new Date(sent.shippedAt) : null,
      delivered_at: sent.deliveredAt ? new Date(sent.deliveredAt) : null,
      updated_at: new Date(updatedAt),
      digest,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'source', 'order_external_id', 'external_id'])
        .doUpdateSet((eb) => ({
          carrier: eb.ref('excluded.carrier'),
          carrier_name: eb.ref('excluded.carrier_name'),
          tracking_number: eb.ref('excluded.tracking_number'),
          tracking_key: eb.ref('excluded.tracking_key'),
          tracking_url: eb.ref('excluded.tracking_url'),
          state: eb.ref('excluded.state'),
          shipped_at: eb.ref('excluded.shipped_at'),
          delivered_at: eb.ref('excluded.delivered_at'),
          updated_at: eb.ref('excluded.updated_at'),
          digest: eb.ref('excluded.digest'),
        }))
        .whereRef('shipments.updated_at', '<=', 'excluded.updated_at'),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('is_new')])
    .executeTakeFirst();
  if (!written) return doneWith(undefined, before, digest);
  if (before?.digest === digest) return { outcome: 'unchanged', id: written.id };
  await ctx.append(tx, shipmentSynced({ shipmentId: written.id, source, isNew: written.is_new, state: sent.state }));
  return doneWith(written, undefined, digest);
}

type Place = { workspace_id: string; source: string; order_external_id: string; external_id: string };

const standingShipment = (tx: Tx, { workspace_id, source, order_external_id, external_id }: Place) =>
  tx
    .selectFrom('shipments')
    .select(['id', 'digest'])
    .where('workspace_id', '=', workspace_id)
    .where('source', '=', source)
    .where('order_external_id', '=', order_external_id)
    .where('external_id', '=', external_id)
    .executeTakeFirst();
