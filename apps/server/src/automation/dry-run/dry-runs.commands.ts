import type { DryRun } from '@madoguchi/contract/automation.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { readDryRun } from './dry-runs.queries.ts';
import type { Asking, Found } from './dry-runs.tables.ts';
import { rangeOf } from './range.queries.ts';

/** What was asked longer ago is forgotten with the next question. */
const KEPT_MS = 86_400_000;

/** Asks what a rule would have done in the last days, as far as whoever asks may see. One question at a time: a new one ends the last. */
export function startDryRun(ctx: Ctx, rule: Asking, days: 7 | 30 | 90): Promise<DryRun> {
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now();
    await tx
      .deleteFrom('automation_dry_runs')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where((eb) => eb.or([eb('agent_id', '=', ctx.actor.id ?? ''), eb('asked_at', '<', new Date(now.getTime() - KEPT_MS))]))
      .execute();
    const id = newId('adr');
    const nothing: Found = { conversations: 0, runs: 0, perDay: {}, matches: [] };
    await tx
      .insertInto('automation_dry_runs')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        agent_id: ctx.actor.id ?? '',
        inboxes: ctx.viewer.inboxes === 'all' ? null : [...ctx.viewer.inboxes],
        days,
        rule: JSON.stringify(rule),
        state: 'running',
        total: await countIn(ctx, tx, await rangeOf(ctx, tx, { rule, days, askedAt: now })),
        after: null,
        result: JSON.stringify(nothing),
        asked_at: now,
      })
      .execute();
    ctx.wakeLanes(tx);
    return readDryRun(ctx, tx, id);
  });
}

async function countIn(ctx: Ctx, tx: Tx, { since }: { since: Date }): Promise<number> {
  const { many } = await tx
    .selectFrom('conversations')
    .select(sql<number>`count(*)::int`.as('many'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('last_activity_at', '>=', since)
    .executeTakeFirstOrThrow();
  return many;
}

/** Ends a question and forgets it. @throws notFound for another agent's */
export async function cancelDryRun(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('automation_dry_runs')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('agent_id', '=', ctx.actor.id ?? '')
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
  });
}
