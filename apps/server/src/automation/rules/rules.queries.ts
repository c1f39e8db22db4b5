import type { AutomationRule } from '@madoguchi/contract/automation.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { type RuleRow, rulesInOrder, toRule } from './active.queries.ts';

const WEEK_IN_MS = 7 * 86_400_000;
/** More than can be read are no list of cases any more. */
const MOST_STOPS = 20;

/** The rules in their order, with how often each acted. */
export async function listRules(ctx: Ctx, tx: Tx): Promise<AutomationRule[]> {
  const rows = await rulesInOrder(tx, ctx.viewer.workspaceId);
  return present(ctx, tx, rows);
}

/** @throws notFound */
export async function readRule(ctx: Ctx, tx: Tx, id: string): Promise<AutomationRule> {
  const row = await tx
    .selectFrom('automation_rules')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return (await present(ctx, tx, [row]))[0]!;
}

async function present(ctx: Ctx, tx: Tx, rows: readonly RuleRow[]): Promise<AutomationRule[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const figures = await tx
    .selectFrom('automation_runs')
    .select(['rule_id', sql<number>`count(*)::int`.as('many'), sql<Date>`max(at)`.as('last')])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('rule_id', 'in', ids)
    .where('at', '>', new Date(ctx.clock.now().getTime() - WEEK_IN_MS))
    .groupBy('rule_id')
    .execute();
  const stops = await tx
    .selectFrom('automation_stops as s')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'))
    .select(['s.rule_id', 's.conversation_id', 's.at', 'c.number'])
    .where('s.workspace_id', '=', ctx.viewer.workspaceId)
    .where('s.rule_id', 'in', ids)
    .orderBy('s.at', 'desc')
    .execute();
  return rows.map((row): AutomationRule => {
    const { countsSince: _internal, ...rule } = toRule(row);
    const own = figures.find(({ rule_id }) => rule_id === row.id);
    return {
      ...rule,
      runsInWeek: own?.many ?? 0,
      lastRunAt: own?.last.toISOString() ?? null,
      lastError: row.last_error,
      stopped: stops
        .filter(({ rule_id }) => rule_id === row.id)
        .slice(0, MOST_STOPS)
        .map(({ conversation_id, number, at }) => ({ conversationId: conversation_id, number, at: at.toISOString() })),
    };
  });
}
