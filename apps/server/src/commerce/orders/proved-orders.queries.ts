import type { Order } from '@madoguchi/contract/commerce.ts';
import type { Tx } from '../../platform/db/db.ts';
import { type Proved, provedAddresses } from '../whose/whose.queries.ts';
import { digitsOf, numberKey } from './order-number.rules.ts';
import { presentOrders } from './orders.queries.ts';

/**
 * Orders bought by somebody with what they proved just now and with nothing else, those placed last first.
 * @param number as somebody wrote it: only the orders, or the orders of the parcels, of just this number; null: all. One in which no letter
 * or digit stands finds nothing.
 */
export async function ordersProvedBy(tx: Tx, workspaceId: string, proved: Proved, number: string | null, limit: number): Promise<Order[]> {
  const { emails, phones, externals } = await provedAddresses(tx, workspaceId, proved);
  const key = number === null ? null : numberKey(number);
  if (emails.length + phones.length + externals.length === 0 || key === '') return [];
  const rows = await tx
    .selectFrom('orders as o')
    .selectAll('o')
    .where('o.workspace_id', '=', workspaceId)
    .where((eb) =>
      eb.or([
        ...(emails.length > 0 ? [eb('o.buyer_email', 'in', emails)] : []),
        ...(phones.length > 0 ? [eb('o.buyer_phone', 'in', phones)] : []),
        ...(externals.length > 0 ? [eb('o.buyer_external', 'in', externals)] : []),
      ]),
    )
    .$if(key !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('o.number_key', '=', key!),
          ...(digitsOf(key!) === key ? [eb('o.number_digits', '=', key)] : []),
          eb.exists(
            eb
              .selectFrom('shipments as s')
              .select('s.id')
              .whereRef('s.workspace_id', '=', 'o.workspace_id')
              .whereRef('s.source', '=', 'o.source')
              .whereRef('s.order_external_id', '=', 'o.external_id')
              .where('s.tracking_key', '=', key!),
          ),
        ]),
      ),
    )
    .orderBy('o.placed_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute();
  return presentOrders(tx, workspaceId, rows);
}
