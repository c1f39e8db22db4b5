import type { DryRun } from '@madoguchi/contract/automation.ts';
import { conversationsById } from '../../conversations/queries/read.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { addDays, wallTimeAt } from '../../workspaces/zoned-time.rules.ts';
import { askedBy } from '../conditions/asked.rules.ts';
import { rangeOf } from './range.queries.ts';
import { fieldsAsNow } from './replay.rules.ts';

/** How far a question of the viewer's own is, and what it found. @throws notFound for another agent's, and one that was ended */
export async function readDryRun(ctx: Ctx, tx: Tx, id: string): Promise<DryRun> {
  const row = await tx
    .selectFrom('automation_dry_runs')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where('agent_id', '=', ctx.actor.id ?? '')
    .executeTakeFirst();
  if (!row) throw notFound();
  const { result } = row;
  const shown = await conversationsById(
    tx,
    ctx.viewer.workspaceId,
    result.matches.map(({ conversationId }) => conversationId),
  );
  const { from, to, timezone } = await rangeOf(ctx, tx, { rule: row.rule, days: row.days, askedAt: row.asked_at });
  return {
    id: row.id,
    days: row.days,
    state: row.state as DryRun['state'],
    looked: row.looked,
    total: row.total,
    conversations: result.conversations,
    runs: result.runs,
    perDay: datesOf(from, to, timezone).map((date) => ({ date, runs: result.perDay[date] ?? 0 })),
    matches: result.matches.flatMap(({ conversationId, at, because, times }) => {
      const found = shown.get(conversationId);
      if (!found) return [];
      const { number, subject, customer } = found;
      return [{ conversation: { id: conversationId, number, subject, customerName: customer.name }, at, because, times }];
    }),
    asNow: fieldsAsNow(askedBy([row.rule.conditions]).fields),
  };
}

function datesOf(from: Date, to: Date, timezone: string): string[] {
  const [first, last] = [wallTimeAt(timezone, from).date, wallTimeAt(timezone, to).date];
  const dates = [first];
  for (let date = first; date < last; dates.push(date)) date = addDays(date, 1);
  return dates;
}
