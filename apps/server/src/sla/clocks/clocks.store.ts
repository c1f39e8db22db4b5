import type { Promised } from '@madoguchi/contract/promises.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { SlaClocksTable } from '../sla.tables.ts';
import type { ClockState } from './clock-rows.rules.ts';

export type ClockRow = Selectable<SlaClocksTable>;
export type KeptClock = ClockState & { promise: Promised; round: number; policyId: string; startedAt: number; minutes: number };

const dateOf = (time: number | null): Date | null => (time === null ? null : new Date(time));
const timeOf = (date: Date | null): number | null => date?.getTime() ?? null;

/** Every clock of a conversation, by promise and round. */
export async function clocksOf(ctx: Ctx, tx: Tx, conversationId: string): Promise<KeptClock[]> {
  const rows = await tx
    .selectFrom('sla_clocks')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('promise')
    .orderBy('round')
    .execute();
  return rows.map((row) => ({
    promise: row.promise as Promised,
    round: row.round,
    policyId: row.policy_id,
    startedAt: row.started_at.getTime(),
    minutes: row.minutes,
    dueAt: timeOf(row.due_at),
    warnAt: timeOf(row.warn_at),
    paused: row.paused,
    warnedAt: timeOf(row.warned_at),
    breachedAt: timeOf(row.breached_at),
    metAt: timeOf(row.met_at),
    metTold: row.met_told,
    endedAt: timeOf(row.ended_at),
  }));
}

/** Writes a clock in place of the one it was. */
export async function keepClock(ctx: Ctx, tx: Tx, of: { conversationId: string; inboxId: string }, clock: KeptClock): Promise<void> {
  const row: Omit<Insertable<SlaClocksTable>, 'workspace_id' | 'conversation_id' | 'promise' | 'round'> = {
    inbox_id: of.inboxId,
    policy_id: clock.policyId,
    started_at: new Date(clock.startedAt),
    minutes: clock.minutes,
    due_at: dateOf(clock.dueAt),
    warn_at: dateOf(clock.warnAt),
    paused: clock.paused,
    warned_at: dateOf(clock.warnedAt),
    breached_at: dateOf(clock.breachedAt),
    met_at: dateOf(clock.metAt),
    met_told: clock.metTold,
    ended_at: dateOf(clock.endedAt),
  };
  const { promise, round } = clock;
  await tx
    .insertInto('sla_clocks')
    .values({ workspace_id: ctx.viewer.workspaceId, conversation_id: of.conversationId, promise, round, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'conversation_id', 'promise', 'round']).doUpdateSet(row))
    .execute();
}

/** A promise that no policy makes any more, and that was not broken: it never was. */
export async function dropClock(ctx: Ctx, tx: Tx, conversationId: string, { promise, round }: KeptClock): Promise<void> {
  await tx
    .deleteFrom('sla_clocks')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('promise', '=', promise)
    .where('round', '=', round)
    .execute();
}
