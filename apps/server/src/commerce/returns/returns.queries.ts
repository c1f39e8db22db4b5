import type { OrderReturn, ReturnState } from '@madoguchi/contract/commerce.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { ReturnsTable } from '../commerce.tables.ts';
import { amountOf } from '../orders/order-state.rules.ts';
import type { OrderKey } from '../shipments/shipments.queries.ts';
import { nextOf } from './returns.rules.ts';

type Row = Selectable<ReturnsTable>;

async function present(tx: Tx, workspaceId: string, rows: readonly Row[]): Promise<OrderReturn[]> {
  if (rows.length === 0) return [];
  const steps = await tx
    .selectFrom('return_steps')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(
      'return_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('return_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    externalId: row.external_id,
    state: row.state as ReturnState,
    next: [...nextOf(row.state as ReturnState)],
    wish: row.wish as OrderReturn['wish'],
    reason: row.reason,
    lines: row.lines as OrderReturn['lines'],
    amount: row.amount === null ? null : amountOf(row.amount),
    openedBy: row.opened_by as OrderReturn['openedBy'],
    requestedAt: row.requested_at.toISOString(),
    steps: steps
      .filter((step) => step.return_id === row.id)
      .map(({ state, note, by_name, at }) => ({ state: state as ReturnState, note, by: by_name, at: at.toISOString() })),
  }));
}

/** The returns of these orders, each order's latest first. */
export async function returnsOf(
  tx: Tx,
  workspaceId: string,
  keys: readonly OrderKey[],
): Promise<(source: string, orderExternalId: string) => OrderReturn[]> {
  if (keys.length === 0) return () => [];
  const rows = await tx
    .selectFrom('returns')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('source', 'in', [...new Set(keys.map(({ source }) => source))])
    .where(
      'order_external_id',
      'in',
      keys.map(({ orderExternalId }) => orderExternalId),
    )
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const presented = await present(tx, workspaceId, rows);
  return (source, orderExternalId) =>
    presented.filter((_, at) => rows[at]!.source === source && rows[at]!.order_external_id === orderExternalId);
}

/** @throws notFound */
export async function returnById(tx: Tx, workspaceId: string, id: string): Promise<OrderReturn> {
  const row = await tx.selectFrom('returns').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return (await present(tx, workspaceId, [row]))[0]!;
}

type Wish = { state?: ReturnState | undefined; cursor?: string | undefined; limit: number };

/** A page of returns with the orders they belong to, those asked for last first. */
export async function listReturns(tx: Tx, workspaceId: string, { state, cursor, limit }: Wish) {
  const after = readKeyset(cursor);
  const rows = await tx
    .selectFrom('returns as r')
    .leftJoin('orders as o', (join) =>
      join
        .onRef('o.workspace_id', '=', 'r.workspace_id')
        .onRef('o.source', '=', 'r.source')
        .onRef('o.external_id', '=', 'r.order_external_id'),
    )
    .selectAll('r')
    .select(['o.id as order_id', 'o.number as order_number'])
    .where('r.workspace_id', '=', workspaceId)
    .$if(state !== undefined, (query) => query.where('r.state', '=', state!))
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('r.requested_at', 'r.id'), '<', eb.tuple(after!.at, after!.id))))
    .orderBy('r.requested_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1]! : null;
  const shown = rows.slice(0, limit);
  const items = await present(tx, workspaceId, shown);
  return {
    items: items.map((one, at) => ({ ...one, orderId: shown[at]!.order_id, orderNumber: shown[at]!.order_number ?? '' })),
    nextCursor: last && keysetOf(last.requested_at, last.id),
  };
}
