import type { OrderState } from '@madoguchi/contract/commerce.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { ownerOf } from '../whose/whose.queries.ts';
import { amountOf, stateOf } from './order-state.rules.ts';

const MOST_COUNTED = 200;

export type FoundByNumber = {
  id: string;
  number: string;
  /** The parcel's number, where that was what was found. */
  trackingNumber: string | null;
  state: OrderState;
  placedAt: Date;
  total: string;
  currency: string;
  buyerName: string;
  /** Who proved the address it was bought with. */
  customer: { id: string; name: string } | null;
};

type Row = {
  id: string;
  number: string;
  tracking_number: string | null;
  state: string;
  placed_at: Date;
  total: string;
  currency: string;
  buyer_external: string;
  buyer_name: string;
  buyer_email: string;
  buyer_phone: string;
  parcels: string[];
};

/**
 * Orders whose number, digits or parcel's number begin so, the latest first; counted to 200.
 * @param key as numberAsked (order-number.rules.ts) gives it
 */
export async function ordersByNumber(
  tx: Tx,
  workspaceId: string,
  key: string,
  limit: number,
): Promise<{ items: FoundByNumber[]; count: number; isMore: boolean }> {
  const end = `${key}\u{10ffff}`;
  const { rows } = await sql<Row>`
    with hits as (
      select o.id, null::text as tracking_number from orders o
      where o.workspace_id = ${workspaceId} and o.number_key >= ${key} and o.number_key < ${end}
      union
      select o.id, null from orders o
      where o.workspace_id = ${workspaceId} and o.number_digits <> o.number_key and o.number_digits >= ${key} and o.number_digits < ${end}
      union
      select o.id, s.tracking_number from shipments s
      join orders o on o.workspace_id = s.workspace_id and o.source = s.source and o.external_id = s.order_external_id
      where s.workspace_id = ${workspaceId} and s.tracking_key <> '' and s.tracking_key >= ${key} and s.tracking_key < ${end}
      limit ${MOST_COUNTED + 1})
    select o.id, o.number, max(h.tracking_number) as tracking_number, o.state, o.placed_at, o.total, o.currency, o.buyer_external, o.buyer_name,
      o.buyer_email, o.buyer_phone,
      array(select p.state from shipments p where p.workspace_id = o.workspace_id and p.source = o.source and p.order_external_id = o.external_id) as parcels
    from hits h join orders o on o.workspace_id = ${workspaceId} and o.id = h.id
    group by o.workspace_id, o.id order by o.placed_at desc, o.id desc`.execute(tx);
  const items: FoundByNumber[] = [];
  for (const row of rows.slice(0, limit)) {
    const customer = await ownerOf(tx, workspaceId, { external: row.buyer_external, email: row.buyer_email, phone: row.buyer_phone });
    items.push({
      id: row.id,
      number: row.number,
      trackingNumber: row.tracking_number,
      state: stateOf(
        row.state as OrderState,
        row.parcels.map((state) => ({ state })),
      ),
      placedAt: row.placed_at,
      total: amountOf(row.total),
      currency: row.currency,
      buyerName: row.buyer_name,
      customer,
    });
  }
  return { items, count: Math.min(rows.length, MOST_COUNTED), isMore: rows.length > MOST_COUNTED };
}

/**
 * Which of these numbers are of orders that somebody else bought: known to a shop, and of nobody with these addresses.
 * @param keys as numberKey (order-number.rules.ts) gives them
 */
export async function ordersOfOthers(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  keys: readonly string[],
): Promise<Map<string, 'own' | 'others'>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ number_key: string; own: boolean }>`
    with person as (
      select o.id from customers one join customers o on o.workspace_id = one.workspace_id and o.person_id = one.person_id
      where one.workspace_id = ${workspaceId} and one.id = ${customerId}),
    addresses as (
      select i.kind, i.value from identities i where i.workspace_id = ${workspaceId} and i.customer_id in (select id from person))
    select o.number_key, bool_or(exists (select from addresses a where (a.kind = 'email' and a.value = o.buyer_email)
      or (a.kind = 'phone' and a.value = o.buyer_phone) or (a.kind = 'external' and a.value = o.buyer_external))) as own
    from orders o where o.workspace_id = ${workspaceId} and o.number_key = any(${[...keys]}) group by o.number_key`.execute(tx);
  return new Map(rows.map(({ number_key, own }) => [number_key, own ? 'own' : 'others']));
}
