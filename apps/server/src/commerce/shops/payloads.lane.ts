import type { ShopKind } from '@madoguchi/contract/shops.ts';
import type { Selectable } from 'kysely';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { isDatabaseAway } from '../../platform/db/database-away.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import type { Logger } from '../../platform/log/log.ts';
import { shopPayloadUnread } from '../commerce.events.ts';
import { readShopPayload } from './read/read-payload.rules.ts';
import type { Fault } from './read/shop-event.types.ts';
import { noteSync, noteTrouble } from './shop-health.commands.ts';
import { type ShopToRead, shopToRead } from './shops.queries.ts';
import type { ShopPayloadsTable } from './shops.tables.ts';
import { takeIn } from './take-in.commands.ts';

type Row = Selectable<ShopPayloadsTable>;
type Log = Pick<Logger, 'warn'>;

const BATCH = 50;
const TRIES = 5;
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/** Reads what shops sent, each shop's in the order of its coming. What cannot be read is set aside for a person, and the lane goes on. */
export function shopPayloadsLane({ platform, log }: { platform: Platform; log: Log }): Lane {
  return {
    name: 'shop-payloads',
    atOnce: 4,
    due: async () => {
      const rows = await platform.db.directory((tx) =>
        tx
          .selectFrom('shop_payloads')
          .select(['workspace_id', 'connection_id'])
          .distinct()
          .where('state', '=', 'waiting')
          .limit(200)
          .execute(),
      );
      return rows.map(({ workspace_id, connection_id }) => ({
        key: connection_id,
        work: (signal) => readAll(makeCtx(platform, systemViewer(workspace_id), systemActor), connection_id, log, signal),
      }));
    },
  };
}

/** Until nothing waits, or `signal` ends. */
export async function readAll(ctx: Ctx, shopId: string, log: Log, signal?: AbortSignal): Promise<void> {
  const shop = await ctx.transaction((tx) => shopToRead(tx, ctx.viewer.workspaceId, shopId));
  while (shop && !signal?.aborted) {
    const rows = await ctx.transaction((tx) =>
      tx
        .selectFrom('shop_payloads')
        .selectAll()
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('connection_id', '=', shopId)
        .where('state', '=', 'waiting')
        .orderBy('received_at')
        .orderBy('id')
        .limit(BATCH)
        .execute(),
    );
    for (const row of rows) await readOne(ctx, shop, row, log);
    if (rows.length < BATCH) break;
  }
  await forgetOld(ctx, shopId);
}

async function readOne(ctx: Ctx, shop: ShopToRead, row: Row, log: Log): Promise<void> {
  const read = readShopPayload({ kind: shop.kind as ShopKind, source: shop.source }, row.topic, row.body);
  if (read.kind === 'ignored') return settle(ctx, row.id, 'ignored');
  if (read.kind === 'malformed') return giveUp(ctx, shop.id, row, wordsOf(read.errors), TRIES);
  try {
    await ctx.transaction(async (tx) => {
      for (const event of read.events) await takeIn(ctx, tx, shop, event);
      const asks = read.events.some(({ kind }) => kind === 'asks');
      await tx
        .updateTable('shop_payloads')
        .set({ state: asks ? 'asks' : 'done', problem: null, ...(asks ? {} : { body: Buffer.alloc(0) }) })
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', row.id)
        .execute();
      await noteSync(ctx, tx, shop.id);
      if (asks) await ctx.append(tx, shopPayloadUnread({ shopId: shop.id, payloadId: row.id }));
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.warn({ shop: shop.id, payload: row.id, error: String(error) }, 'a shop’s payload could not be taken in');
    await giveUp(ctx, shop.id, row, error instanceof Error ? error.message : String(error), row.tries + 1);
  }
}

/** `orders.0.total: amount.malformed`, one a line. */
export const wordsOf = (errors: readonly Fault[]): string =>
  errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n');

const settle = (ctx: Ctx, id: string, state: 'ignored'): Promise<void> =>
  ctx.transaction(async (tx) => {
    await tx
      .updateTable('shop_payloads')
      .set({ state, body: Buffer.alloc(0) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
  });

/** Tried again by the next look, until it was tried often enough. */
async function giveUp(ctx: Ctx, shopId: string, row: Row, problem: string, tries: number): Promise<void> {
  const isOver = tries >= TRIES;
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('shop_payloads')
      .set({ state: isOver ? 'failed' : 'waiting', tries, problem })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', row.id)
      .execute();
    if (!isOver) return;
    await noteTrouble(ctx, tx, shopId, 'payload_unread');
    await ctx.append(tx, shopPayloadUnread({ shopId, payloadId: row.id }));
  });
}

async function forgetOld(ctx: Ctx, shopId: string): Promise<void> {
  await ctx.transaction((tx) =>
    tx
      .deleteFrom('shop_payloads')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('connection_id', '=', shopId)
      .where('state', '!=', 'waiting')
      .where('received_at', '<', new Date(ctx.clock.now().getTime() - KEPT_FOR_MS))
      .execute(),
  );
}
