import type { NotificationPolicy, NotificationSettings } from '@madoguchi/contract/notifications.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notificationPolicyChanged } from '../notifications.events.ts';
import { policyOf } from './settings.queries.ts';

const MINUTE_MS = 60_000;

/** An agent's own way of being told. It is theirs alone: no fact tells of it. */
export const keepSettings = (ctx: Ctx, agentId: string, settings: NotificationSettings): Promise<void> =>
  ctx.transaction((tx) => keep(ctx, tx, agentId, { settings: JSON.stringify(settings) as never }));

/** Nothing is pushed or mailed to an agent for some minutes; 0: from now on it is again. */
export const pause = (ctx: Ctx, agentId: string, minutes: number): Promise<void> =>
  ctx.transaction((tx) =>
    keep(ctx, tx, agentId, { paused_until: minutes === 0 ? null : new Date(ctx.clock.now().getTime() + minutes * MINUTE_MS) }),
  );

async function keep(
  ctx: Ctx,
  tx: Tx,
  agentId: string,
  change: { settings: NotificationSettings } | { paused_until: Date | null },
): Promise<void> {
  const updated_at = ctx.clock.now();
  await tx
    .insertInto('notification_settings')
    .values({ workspace_id: ctx.viewer.workspaceId, agent_id: agentId, settings: null, paused_until: null, updated_at, ...change })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'agent_id']).doUpdateSet({ ...change, updated_at }))
    .execute();
}

/** What is said of customers outside the desk. The same again writes no fact. */
export async function setPolicy(ctx: Ctx, policy: NotificationPolicy): Promise<NotificationPolicy> {
  return ctx.transaction(async (tx) => {
    const before = await policyOf(ctx, tx);
    const row = { shows: policy.shows, updated_at: ctx.clock.now() };
    await tx
      .insertInto('notification_policies')
      .values({ workspace_id: ctx.viewer.workspaceId, ...row })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
      .execute();
    if (before.shows !== policy.shows) await ctx.append(tx, notificationPolicyChanged({ from: before.shows, to: policy.shows }));
    return policy;
  });
}
