import type { Order, OrderLine, OrderState } from '@madoguchi/contract/commerce.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { OrdersTable } from '../commerce.tables.ts';
import { returnsOf } from '../returns/returns.queries.ts';
import { shipmentsOf } from '../shipments/shipments.queries.ts';
import { isAmong } from '../whose/holder.rules.ts';
import { type Addresses, ownerOf } from '../whose/whose.queries.ts';
import { amountOf, stateOf } from './order-state.rules.ts';

type Row = Selectable<OrdersTable>;

/** How many of a customer's orders are shown. */
const MOST_OF_ONE = 50;

/** Orders with their parcels and returns, in the order of the rows: three questions to the database, however many they are. */
export async function presentOrders(tx: Tx, workspaceId: string, rows: readonly Row[]): Promise<Order[]> {
  const keys = rows.map(({ source, external_id }) => ({ source, orderExternalId: external_id }));
  const shipments = await shipmentsOf(tx, workspaceId, keys);
  const returns = await returnsOf(tx, workspaceId, keys);
  return rows.map((row) => {
    const parcels = shipments(row.source, row.external_id);
    return {
      id: row.id,
      source: row.source,
      externalId: row.external_id,
      number: row.number,
      state: stateOf(row.state as OrderState, parcels),
      buyer: { externalId: row.buyer_external, name: row.buyer_name, email: row.buyer_email, phone: row.buyer_phone },
      placedAt: row.placed_at.toISOString(),
      currency: row.currency,
      total: amountOf(row.total),
      lines: row.lines as OrderLine[],
      url: row.url,
      shipments: parcels,
      returns: returns(row.source, row.external_id),
      updatedAt: row.updated_at.toISOString(),
    };
  });
}

/** One order, and who proved the address it was bought with. @throws notFound */
export async function orderById(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ order: Order; customer: { id: string; name: string } | null }> {
  const row = await tx.selectFrom('orders').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  const [order] = await presentOrders(tx, workspaceId, [row]);
  const customer = await ownerOf(tx, workspaceId, { external: row.buyer_external, email: row.buyer_email, phone: row.buyer_phone });
  return { order: order!, customer };
}

type Wish = { source?: string | undefined; cursor?: string | undefined; limit: number };

/** A page of orders, those placed last first. */
export async function listOrders(tx: Tx, workspaceId: string, { source, cursor, limit }: Wish) {
  const after = readKeyset(cursor);
  const rows = await tx
    .selectFrom('orders')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(source !== undefined, (query) => query.where('source', '=', source!))
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('placed_at', 'id'), '<', eb.tuple(after!.at, after!.id))))
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return { items: await presentOrders(tx, workspaceId, rows.slice(0, limit)), nextCursor: last && keysetOf(last.placed_at, last.id) };
}

/** What was bought with addresses that a person proved or said to be theirs, the latest first, at most 50. */
export async function ordersBoughtBy(
  tx: Tx,
  workspaceId: string,
  { proven, claimed }: { proven: Addresses; claimed: Addresses },
): Promise<(Order & { proven: boolean })[]> {
  const all = {
    emails: [...proven.emails, ...claimed.emails],
    phones: [...proven.phones, ...claimed.phones],
    externals: [...proven.externals, ...claimed.externals],
  };
  if (all.emails.length + all.phones.length + all.externals.length === 0) return [];
  const rows = await tx
    .selectFrom('orders')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      eb.or([
        ...(all.emails.length > 0 ? [eb('buyer_email', 'in', all.emails)] : []),
        ...(all.phones.length > 0 ? [eb('buyer_phone', 'in', all.phones)] : []),
        ...(all.externals.length > 0 ? [eb('buyer_external', 'in', all.externals)] : []),
      ]),
    )
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
  const orders = await presentOrders(tx, workspaceId, rows);
  return orders.map((order, at) => {
    const { buyer_external: external, buyer_email: email, buyer_phone: phone } = rows[at]!;
    return { ...order, proven: isAmong({ external, email, phone }, proven) };
  });
}
