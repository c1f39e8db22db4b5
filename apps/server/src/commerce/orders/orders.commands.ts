import type { SentOrder } from '@madoguchi/contract/commerce.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { orderSynced } from '../commerce.events.ts';
import { keepShipment } from '../shipments/shipments.commands.ts';
import { type Done, digestOf, doneWith } from '../sync/outcome.rules.ts';
import { holderOf } from '../whose/holder.rules.ts';
import { ownerOf } from '../whose/whose.queries.ts';
import { digitsOf, numberKey } from './order-number.rules.ts';

/**
 * Keeps an order as its shop tells of it, and its parcels. The same again is nothing, and what is older by the shop's clock changes nothing,
 * however the two came at once. A buyer who was erased stays so.
 */
export async function keepOrder(ctx: Ctx, tx: Tx, source: string, externalId: string, sent: SentOrder): Promise<Done> {
  const workspace_id = ctx.viewer.workspaceId;
  const digest = digestOf(sent);
  const holder = holderOf(sent.customer);
  const key = numberKey(sent.number);
  const written = await tx
    .insertInto('orders')
    .values({
      workspace_id,
      id: newId('ord'),
      source,
      external_id: externalId,
      number: sent.number,
      number_key: key,
      number_digits: digitsOf(key),
      state: sent.state,
      buyer_external: holder.external,
      buyer_name: sent.customer.name,
      buyer_email: holder.email,
      buyer_phone: holder.phone,
      erased_at: null,
      placed_at: new Date(sent.placedAt),
      currency: sent.currency,
      total: sent.total,
      lines: JSON.stringify(sent.lines),
      url: sent.url,
      updated_at: new Date(sent.updatedAt),
      digest,
      synced_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'source', 'external_id'])
        .doUpdateSet((eb) => {
          const unlessErased = (column: 'buyer_external' | 'buyer_name' | 'buyer_email' | 'buyer_phone') =>
            eb
              .case()
              .when('orders.erased_at', 'is', null)
              .then(eb.ref(`excluded.${column}`))
              .else('')
              .end();
          return {
            number: eb.ref('excluded.number'),
            number_key: eb.ref('excluded.number_key'),
            number_digits: eb.ref('excluded.number_digits'),
            state: eb.ref('excluded.state'),
            buyer_external: unlessErased('buyer_external'),
            buyer_name: unlessErased('buyer_name'),
            buyer_email: unlessErased('buyer_email'),
            buyer_phone: unlessErased('buyer_phone'),
            placed_at: eb.ref('excluded.placed_at'),
            currency: eb.ref('excluded.currency'),
            total: eb.ref('excluded.total'),
            lines: eb.ref('excluded.lines'),
            url: eb.ref('excluded.url'),
            updated_at: eb.ref('excluded.updated_at'),
            digest: eb.ref('excluded.digest'),
            synced_at: eb.ref('excluded.synced_at'),
          };
        })
        .whereRef('orders.updated_at', '<=', 'excluded.updated_at')
        .whereRef('orders.digest', '<>', 'excluded.digest'),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('is_new')])
    .executeTakeFirst();
  for (const shipment of sent.shipments)
    await keepShipment(ctx, tx, { source, orderExternalId: externalId }, { ...shipment, updatedAt: sent.updatedAt });
  if (written) {
    const customer = await ownerOf(tx, workspace_id, holder);
    const data = { orderId: written.id, source, isNew: written.is_new, state: sent.state };
    await ctx.append(tx, orderSynced(data), { customerId: customer?.id ?? null });
    return doneWith(written, undefined, digest);
  }
  return doneWith(undefined, await standingOrder(tx, workspace_id, source, externalId), digest);
}

const standingOrder = (tx: Tx, workspaceId: string, source: string, externalId: string) =>
  tx
    .selectFrom('orders')
    .select(['id', 'digest'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
