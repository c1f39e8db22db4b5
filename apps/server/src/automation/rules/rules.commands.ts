import { isDeepStrictEqual } from 'node:util';
import type { AutomationRule, RuleBody } from '@madoguchi/contract/automation.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { forgetRules, type RuleRow, rulesInOrder, toRule } from './active.queries.ts';
import { ruleNamesNobody, tooManyRules } from './rules.errors.ts';
import { ruleCreated, ruleRemoved, ruleResumed, rulesOrdered, ruleUpdated } from './rules.events.ts';
import { readRule } from './rules.queries.ts';

const MOST_RULES = 200;

/** Adds a rule as the last one. @throws tooManyRules · ruleNamesNobody */
export function createRule(ctx: Ctx, wish: RuleBody): Promise<AutomationRule> {
  return change(ctx, async (tx) => {
    const rules = await rulesInOrder(tx, ctx.viewer.workspaceId);
    if (rules.length >= MOST_RULES) throw tooManyRules();
    await refuseUnknown(ctx, tx, wish);
    const id = newId('aur');
    const now = ctx.clock.now();
    const position = (rules.at(-1)?.position ?? 0) + 1;
    const row = { workspace_id: ctx.viewer.workspaceId, id, position, counts_since: now, created_at: now, last_error: null };
    await tx
      .insertInto('automation_rules')
      .values({ ...row, ...columnsOf(wish) })
      .execute();
    await ctx.append(tx, ruleCreated({ ruleId: id, name: wish.name }));
    return readRule(ctx, tx, id);
  });
}

/**
 * Replaces what a rule says; the same again writes no fact. One that is switched on, or counts from another time, acts on what comes from now on.
 * @throws notFound · ruleNamesNobody
 */
export function updateRule(ctx: Ctx, id: string, wish: RuleBody): Promise<AutomationRule> {
  return change(ctx, async (tx) => {
    const row = await lockRule(ctx, tx, id);
    const before = bodyOf(row);
    const changed = (Object.keys(wish) as (keyof RuleBody)[]).filter((name) => !isDeepStrictEqual(before[name], wish[name]));
    if (changed.length === 0) return readRule(ctx, tx, id);
    await refuseUnknown(ctx, tx, wish);
    const beginsAnew = changed.includes('when') || (changed.includes('enabled') && wish.enabled);
    await tx
      .updateTable('automation_rules')
      .set({
        ...columnsOf(wish),
        version: row.version + 1,
        last_error: null,
        ...(beginsAnew ? { counts_since: ctx.clock.now() } : {}),
      })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
    if (!wish.enabled) await forgetWaits(ctx, tx, id);
    await ctx.append(tx, ruleUpdated({ ruleId: id, name: wish.name, changed }));
    return readRule(ctx, tx, id);
  });
}

/** @throws notFound */
export async function switchRule(ctx: Ctx, id: string, enabled: boolean): Promise<AutomationRule> {
  const body = await ctx.transaction(async (tx) => bodyOf(await lockRule(ctx, tx, id)));
  return updateRule(ctx, id, { ...body, enabled });
}

/** @throws notFound */
export function removeRule(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { name } = await lockRule(ctx, tx, id);
    await tx.deleteFrom('automation_rules').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, ruleRemoved({ ruleId: id, name }));
  });
}

/** Puts the rules in order; those not named come after, as they were. */
export function orderRules(ctx: Ctx, ids: readonly string[]): Promise<void> {
  return change(ctx, async (tx) => {
    const before = await rulesInOrder(tx, ctx.viewer.workspaceId);
    const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const after = [...before].sort((a, b) => place(a.id) - place(b.id));
    if (after.every((rule, index) => rule === before[index])) return;
    for (const [index, { id }] of after.entries())
      await tx
        .updateTable('automation_rules')
        .set({ position: index + 1 })
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', id)
        .execute();
    await ctx.append(tx, rulesOrdered({ ruleIds: after.map(({ id }) => id) }));
  });
}

/** Lets a rule act again where it was stopped. @throws notFound */
export function resumeRule(ctx: Ctx, id: string): Promise<AutomationRule> {
  return change(ctx, async (tx) => {
    const { name } = await lockRule(ctx, tx, id);
    const gone = await tx
      .deleteFrom('automation_stops')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('rule_id', '=', id)
      .returning('conversation_id')
      .execute();
    if (gone.length > 0) await ctx.append(tx, ruleResumed({ ruleId: id, name, count: gone.length }));
    return readRule(ctx, tx, id);
  });
}

const change = <R>(ctx: Ctx, work: (tx: Tx) => Promise<R>): Promise<R> =>
  ctx.transaction((tx) => {
    tx.afterCommit(() => forgetRules(ctx.viewer.workspaceId));
    ctx.wakeLanes(tx);
    return work(tx);
  });

async function lockRule(ctx: Ctx, tx: Tx, id: string): Promise<RuleRow> {
  const row = await tx
    .selectFrom('automation_rules')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

function bodyOf(row: RuleRow): RuleBody {
  const { name, enabled, when, conditions, actions, stopAfter } = toRule(row);
  return { name, enabled, when, conditions, actions, stopAfter };
}

const columnsOf = ({ name, enabled, when, conditions, actions, stopAfter }: RuleBody) => ({
  name,
  enabled,
  occasion: JSON.stringify(when),
  conditions: JSON.stringify(conditions),
  actions: JSON.stringify(actions),
  stop_after: stopAfter,
});

async function forgetWaits(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('automation_waits')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('rule_id', '=', id)
    .where('done_at', 'is', null)
    .execute();
}

/** A rule that names nobody would be refused each time it acts. */
async function refuseUnknown(ctx: Ctx, tx: Tx, { actions }: RuleBody): Promise<void> {
  const known = async (table: 'agents' | 'teams' | 'queues', ids: (string | null)[]): Promise<boolean> => {
    const wanted = [...new Set(ids.filter((one) => one !== null))];
    if (wanted.length === 0) return true;
    const rows = await tx
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', 'in', wanted)
      .$if(table === 'agents', (query) => query.where(sql<boolean>`deactivated_at is null`))
      .execute();
    return rows.length === wanted.length;
  };
  const all =
    (await known(
      'agents',
      actions.flatMap((one) => (one.do === 'assign_agent' ? [one.agentId] : [])),
    )) &&
    (await known(
      'teams',
      actions.flatMap((one) => (one.do === 'assign_team' ? [one.teamId] : [])),
    )) &&
    (await known(
      'queues',
      actions.flatMap((one) => (one.do === 'place_in_queue' ? [one.queueId] : [])),
    ));
  if (!all) throw ruleNamesNobody();
}
