import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { isDatabaseAway } from '../../platform/db/database-away.ts';
import type { Tx } from '../../platform/db/db.ts';
import { askedBy } from '../conditions/asked.rules.ts';
import { snapshotOf } from '../conditions/snapshot.queries.ts';
import { readActive } from '../rules/active.queries.ts';
import { lockAsNeeded } from '../runs/answer.commands.ts';
import { type AutomationDeps, applyRule, isTheirs, noteError } from '../runs/apply.commands.ts';
import { anchorOf } from './anchor.queries.ts';
import { hoursFor, type TimerRule, timersOf, writeWait } from './arm.commands.ts';
import { dueAt } from './due.rules.ts';

const AT_ONCE = 200;
/** After a failure the others come first. */
const AGAIN_MS = 5 * 60_000;

type Due = { rule_id: string; conversation_id: string };

/** Lets rules of time act where a wait is over, the earliest first; until none is. */
export async function fireDue(ctx: Ctx, deps: AutomationDeps, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const due = await ctx.transaction((tx) => dueWaits(ctx, tx));
    if (due.length === 0) return;
    // Not from memory: a rule that another process has just switched on must not be taken for one that is gone.
    const rules = timersOf(await ctx.transaction((tx) => readActive(tx, ctx.viewer.workspaceId)));
    for (const wait of due) {
      if (signal?.aborted) return;
      const rule = rules.find(({ id }) => id === wait.rule_id);
      try {
        await ctx.transaction((tx) => (rule ? fire(ctx, tx, deps, rule, wait) : forget(ctx, tx, wait)));
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        await ctx.transaction((tx) => putOff(ctx, tx, wait));
      }
    }
  }
}

const dueWaits = (ctx: Ctx, tx: Tx): Promise<Due[]> =>
  tx
    .selectFrom('automation_waits')
    .select(['rule_id', 'conversation_id'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('done_at', 'is', null)
    .where('due_at', '<=', ctx.clock.now())
    .orderBy('due_at')
    .limit(AT_ONCE)
    .execute();

/** One wait, in one transaction: that it was looked at and what came of it stand or fall together. */
async function fire(ctx: Ctx, tx: Tx, deps: AutomationDeps, rule: TimerRule, wait: Due): Promise<void> {
  const row = await lockAsNeeded(ctx, tx, [rule], wait.conversation_id);
  if (!row || !(await isOpen(ctx, tx, wait))) return;
  const now = ctx.clock.now();
  const anchor = isTheirs(row) ? await anchorOf(ctx, tx, row, rule.when.since) : null;
  const due = anchor && dueAt(rule.when, anchor.since, await hoursFor(ctx, tx, row));
  if (!anchor || !due) return forget(ctx, tx, wait);
  const isOver = due <= now;
  await writeWait(ctx, tx, row, { ruleId: rule.id, startedAt: anchor.since, dueAt: due, doneAt: isOver ? now : null });
  if (!isOver || due < rule.countsSince || (await hasRun(ctx, tx, rule, row, anchor.since))) return;
  const snapshot = await snapshotOf(ctx, tx, row, askedBy([rule.conditions]));
  await applyRule(ctx, tx, deps, rule, row, snapshot, { cause: causeOf(anchor.since), chain: await anchor.chain() });
}

const causeOf = (since: Date) => `wait:${since.toISOString()}`;

async function isOpen(ctx: Ctx, tx: Tx, wait: Due): Promise<boolean> {
  const row = await tx
    .selectFrom('automation_waits')
    .select('done_at')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', wait.conversation_id)
    .where('rule_id', '=', wait.rule_id)
    .executeTakeFirst();
  return row !== undefined && row.done_at === null;
}

/** For this very wait, before it was written down anew. */
async function hasRun(ctx: Ctx, tx: Tx, rule: TimerRule, row: ConversationRow, since: Date): Promise<boolean> {
  const run = await tx
    .selectFrom('automation_runs')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .where('rule_id', '=', rule.id)
    .where('cause', '=', causeOf(since))
    .executeTakeFirst();
  return run !== undefined;
}

async function forget(ctx: Ctx, tx: Tx, { rule_id, conversation_id }: Due): Promise<void> {
  await tx
    .deleteFrom('automation_waits')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversation_id)
    .where('rule_id', '=', rule_id)
    .execute();
}

async function putOff(ctx: Ctx, tx: Tx, { rule_id, conversation_id }: Due): Promise<void> {
  await noteError(ctx, tx, rule_id, 'unexpected');
  await tx
    .updateTable('automation_waits')
    .set({ due_at: new Date(ctx.clock.now().getTime() + AGAIN_MS) })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversation_id)
    .where('rule_id', '=', rule_id)
    .execute();
}
