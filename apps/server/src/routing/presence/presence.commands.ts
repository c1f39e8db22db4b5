import type { Presence, PresenceState } from '@madoguchi/contract/routing.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { reasonGone } from '../routing.errors.ts';
import { presenceChanged } from '../routing.events.ts';
import type { AgentPresencesTable } from '../routing.tables.ts';
import { toPresence } from './presence.queries.ts';
import { MISSED_MOST, returnsBySight } from './presence.rules.ts';
import { routingSettings } from './settings.queries.ts';

type Row = Selectable<AgentPresencesTable>;
type Wish = { state: PresenceState; reasonId: string | null };

/**
 * Says whether an agent is available. What was offered to one who is not goes on to the next by itself. The same again writes no fact.
 * @throws notFound · reasonGone
 */
export async function setPresence(ctx: Ctx, agentId: string, wish: Wish): Promise<Presence> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const row = await presenceOf(ctx, tx, agentId);
    const reasonId = wish.state === 'reason' ? wish.reasonId : null;
    const reason = reasonId === null ? null : (await routingSettings(ctx, tx)).reasons.find(({ id }) => id === reasonId);
    if (wish.state === 'reason' && !reason) throw reasonGone();
    const changed = await change(ctx, tx, row, { state: wish.state, reasonId, automatic: false, missed: 0 }, reason?.name ?? null);
    return toPresence(changed);
  });
}

/** The row of an agent, made when they are first heard of. @throws notFound */
async function presenceOf(ctx: Ctx, tx: Tx, agentId: string): Promise<Row> {
  const workspace_id = ctx.viewer.workspaceId;
  const agent = await tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', agentId)
    .executeTakeFirst();
  if (!agent) throw notFound();
  const now = ctx.clock.now();
  await tx
    .insertInto('agent_presences')
    .values({ workspace_id, agent_id: agentId, reason_id: null, since: now, last_seen_at: null, idle_since: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'agent_id']).doNothing())
    .execute();
  return tx
    .selectFrom('agent_presences')
    .selectAll()
    .where('workspace_id', '=', workspace_id)
    .where('agent_id', '=', agentId)
    .executeTakeFirstOrThrow();
}

async function change(
  ctx: Ctx,
  tx: Tx,
  row: Row,
  to: Wish & { automatic: boolean; missed: number },
  reasonName: string | null,
): Promise<Row> {
  const isNews = row.state !== to.state || row.reason_id !== to.reasonId;
  const now = ctx.clock.now();
  const columns = {
    state: to.state,
    reason_id: to.reasonId,
    automatic: to.automatic,
    missed: to.missed,
    ...(isNews ? { since: now } : {}),
    // Whoever comes back from a break has not been idle all the while.
    ...(isNews && to.state === 'available' ? { idle_since: now } : {}),
  };
  const changed = await tx
    .updateTable('agent_presences')
    .set(columns)
    .where('workspace_id', '=', row.workspace_id)
    .where('agent_id', '=', row.agent_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (isNews) {
    const seconds = Math.max(0, Math.round((now.getTime() - row.since.getTime()) / 1000));
    const from = { from: row.state as PresenceState, fromReasonId: row.reason_id };
    const then = { to: to.state, reasonId: to.reasonId, reasonName, automatic: to.automatic };
    await ctx.append(tx, presenceChanged({ agentId: row.agent_id, ...from, ...then, seconds }));
  }
  ctx.wakeLanes(tx);
  return changed;
}

/** Windows of these agents are open now: who went away by closing theirs is back. */
export async function noteSeen(ctx: Ctx, agentIds: readonly string[]): Promise<void> {
  if (agentIds.length === 0) return;
  await ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const now = ctx.clock.now();
    const workspace_id = ctx.viewer.workspaceId;
    const rows = await tx
      .insertInto('agent_presences')
      .values(
        [...agentIds]
          .sort()
          .map((agent_id) => ({ workspace_id, agent_id, reason_id: null, since: now, last_seen_at: now, idle_since: now })),
      )
      .onConflict((conflict) => conflict.columns(['workspace_id', 'agent_id']).doUpdateSet({ last_seen_at: now }))
      .returningAll()
      .execute();
    const back = rows.filter(returnsBySight);
    for (const row of back) await change(ctx, tx, row, { state: 'available', reasonId: null, automatic: false, missed: 0 }, null);
    ctx.wakeLanes(tx);
  });
}

/** Who says they are available, but has had no window open for the time the workspace gives, is away. */
export async function awayBySilence(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const { awayAfterMinutes } = await routingSettings(ctx, tx);
    const silent = await tx
      .selectFrom('agent_presences')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('state', '=', 'available')
      .where('last_seen_at', '<', new Date(ctx.clock.now().getTime() - awayAfterMinutes * 60_000))
      .execute();
    for (const row of silent) await change(ctx, tx, row, { state: 'away', reasonId: null, automatic: true, missed: 0 }, null);
  });
}

/** An offer ran out: whoever lets two in a row do so is away, until they say otherwise. In a pass, which holds the lock. */
export async function noteMissed(ctx: Ctx, tx: Tx, agentId: string): Promise<void> {
  const row = await presenceOf(ctx, tx, agentId);
  const missed = row.missed + 1;
  if (missed >= MISSED_MOST && row.state === 'available')
    await change(ctx, tx, row, { state: 'away', reasonId: null, automatic: true, missed }, null);
  else
    await tx
      .updateTable('agent_presences')
      .set({ missed })
      .where('workspace_id', '=', row.workspace_id)
      .where('agent_id', '=', agentId)
      .execute();
}

/** They answered an offer, or were given something: they are there. `gotWork`: their idle time begins anew. */
export async function noteAnswered(ctx: Ctx, tx: Tx, agentId: string, gotWork: boolean): Promise<void> {
  await presenceOf(ctx, tx, agentId);
  await tx
    .updateTable('agent_presences')
    .set({ missed: 0, ...(gotWork ? { idle_since: ctx.clock.now() } : {}) })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}
