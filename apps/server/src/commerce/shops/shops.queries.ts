import type { Shop, ShopPayload } from '@madoguchi/contract/shops.ts';
import type { Selectable } from 'kysely';
import type { Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { ShopPayloadsTable } from './shops.tables.ts';

const MOST_SHOWN = 20_000;

/** Every connected shop, by name. */
export async function listShops(tx: Tx, workspaceId: string): Promise<Shop[]> {
  const rows = await tx
    .selectFrom('shop_connections as s')
    .selectAll('s')
    .select((eb) =>
      eb
        .selectFrom('shop_payloads as p')
        .select((of) => of.fn.countAll<number>().as('many'))
        .whereRef('p.workspace_id', '=', 's.workspace_id')
        .whereRef('p.connection_id', '=', 's.id')
        .where('p.state', 'in', ['failed', 'asks'])
        .as('unread'),
    )
    .where('s.workspace_id', '=', workspaceId)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Shop['kind'],
    name: row.name,
    source: row.source,
    hookPath: `/hooks/shops/${row.key}`,
    lastSyncAt: row.last_sync_at?.toISOString() ?? null,
    trouble: row.trouble as Shop['trouble'],
    troubleAt: row.trouble_at?.toISOString() ?? null,
    unread: Number(row.unread ?? 0),
    createdAt: row.created_at.toISOString(),
  }));
}

/** @throws notFound */
export async function shopById(tx: Tx, workspaceId: string, id: string): Promise<Shop> {
  const shop = (await listShops(tx, workspaceId)).find((one) => one.id === id);
  if (!shop) throw notFound();
  return shop;
}

/** Where a hook's key leads; null for a key nobody has. Keys are found across workspaces, and say nothing but that. */
export const shopByKey = async ({ db }: Platform, key: string): Promise<{ workspaceId: string; id: string } | null> =>
  db.directory(async (tx) => {
    const row = await tx.selectFrom('shop_connections').select(['workspace_id', 'id']).where('key', '=', key).executeTakeFirst();
    return row ? { workspaceId: row.workspace_id, id: row.id } : null;
  });

export type ShopToRead = { id: string; kind: string; source: string; secret: Buffer };

/** What is needed to check and read what a shop sends; null when it was disconnected. */
export const shopToRead = async (tx: Tx, workspaceId: string, id: string): Promise<ShopToRead | null> =>
  (await tx
    .selectFrom('shop_connections')
    .select(['id', 'kind', 'source', 'secret'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

const presentPayload = ({ id, topic, state, problem, body, received_at }: Selectable<ShopPayloadsTable>): ShopPayload => ({
  id,
  topic,
  state: state as ShopPayload['state'],
  problem,
  body: body.subarray(0, MOST_SHOWN).toString('utf8').replaceAll('\0', '').toWellFormed(),
  receivedAt: received_at.toISOString(),
});

type Wish = { only: 'unread' | 'all'; cursor?: string | undefined; limit: number };

/** What a shop sent, the latest first. */
export async function listShopPayloads(tx: Tx, workspaceId: string, shopId: string, { only, cursor, limit }: Wish) {
  const after = readKeyset(cursor);
  const rows = await tx
    .selectFrom('shop_payloads')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', shopId)
    .$if(only === 'unread', (query) => query.where('state', 'in', ['failed', 'asks']))
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('received_at', 'id'), '<', eb.tuple(after!.at, after!.id))))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return { items: rows.slice(0, limit).map(presentPayload), nextCursor: last && keysetOf(last.received_at, last.id) };
}

/** @throws notFound */
export async function shopPayloadById(tx: Tx, workspaceId: string, id: string): Promise<ShopPayload> {
  const row = await tx
    .selectFrom('shop_payloads')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return presentPayload(row);
}
