import { createHash } from 'node:crypto';
import type { PushDevice } from '@madoguchi/contract/notifications.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, refusal } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { seal, unseal } from '../../platform/secrets/seal.ts';
import type { PushDevicesTable } from '../notifications.tables.ts';
import type { Subscription } from './send.ts';

/** Not over HTTPS, or its keys are none: no browser subscribes so. */
export const subscriptionRefused = refusal('push.subscription_refused', 400);
/** More than anybody has; the oldest has to go first. */
export const tooManyDevices = refusal('push.too_many', 409);

const MOST = 20;
const HASH_CHARACTERS = 22;
const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('base64url').slice(0, HASH_CHARACTERS);

/** P-256, uncompressed, and 16 bytes (RFC 8291, 3.1 and 3.2). */
function hasKeys({ p256dh, auth }: Subscription['keys']): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  return point.length === 65 && point[0] === 4 && Buffer.from(auth, 'base64url').length === 16;
}

type Wish = { sealingKey: Buffer; hosts: readonly string[]; userAgent: string };

/** An agent wants to be told on this device. A browser that somebody else was signed in to is theirs no more. @throws subscriptionRefused · tooManyDevices */
export async function addDevice(ctx: Ctx, agentId: string, subscription: Subscription, wish: Wish): Promise<PushDevice> {
  const url = new URL(subscription.endpoint);
  if ((url.protocol !== 'https:' && !wish.hosts.includes(url.host)) || !hasKeys(subscription.keys)) throw subscriptionRefused();
  const row = {
    agent_id: agentId,
    sealed: seal(wish.sealingKey, JSON.stringify(subscription)),
    user_agent: wish.userAgent.slice(0, 300),
  };
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const own = await devicesOf(ctx, tx, agentId);
    const hash = hashOf(subscription.endpoint);
    if (own.length >= MOST && !own.some(({ endpoint_hash }) => endpoint_hash === hash)) throw tooManyDevices();
    const kept = await tx
      .insertInto('push_devices')
      .values({
        workspace_id: workspaceId,
        id: newId('psh'),
        endpoint_hash: hash,
        created_at: ctx.clock.now(),
        reached_at: null,
        ...row,
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'endpoint_hash']).doUpdateSet(row))
      .returningAll()
      .executeTakeFirstOrThrow();
    return present(kept);
  });
}

/** @throws notFound also for somebody else's */
export const removeDevice = (ctx: Ctx, agentId: string, id: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom('push_devices')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('agent_id', '=', agentId)
      .returning('id')
      .executeTakeFirst();
    if (!gone) throw notFound();
  });

export const devicesOf = (ctx: Ctx, tx: Tx, agentId: string) =>
  tx
    .selectFrom('push_devices')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('agent_id', '=', agentId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

/** A device with its subscription; null for one that was removed. */
export async function deviceById(ctx: Ctx, tx: Tx, sealingKey: Buffer, id: string) {
  const row = await tx
    .selectFrom('push_devices')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { agentId: row.agent_id, subscription: JSON.parse(unseal(sealingKey, row.sealed)) as Subscription } : null;
}

export const present = (row: Selectable<PushDevicesTable>): PushDevice => ({
  id: row.id,
  userAgent: row.user_agent,
  createdAt: row.created_at.toISOString(),
  reachedAt: row.reached_at?.toISOString() ?? null,
  endpointHash: row.endpoint_hash,
});
