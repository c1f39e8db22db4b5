import type { Because } from '@madoguchi/contract/automation.ts';
import { subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import type { ActionDeps, CarriedOut } from '../actions/actions.types.ts';
import { carryOut } from '../actions/carry-out.commands.ts';
import { whyItHolds } from '../conditions/conditions.rules.ts';
import type { Snapshot } from '../conditions/conditions.types.ts';
import { ruleApplied, ruleStopped } from '../rules/rules.events.ts';
import type { Rule } from '../rules/rules.types.ts';
import { didOf } from './did.rules.ts';
import { HOUR_IN_MS, MOST_IN_HOUR, mayAnswer } from './loops.rules.ts';
import type { Chain } from './runs.types.ts';

export type AutomationDeps = ActionDeps & { platform: Platform };

type Occasion = {
  /** `fact:…` or `wait:…`. */
  cause: string;
  chain: Chain;
};

/** Whether rules have anything to do with a conversation: not where nobody waits for an answer, nor where it went on elsewhere. */
export const isTheirs = (row: ConversationRow): boolean => row.turn !== 'spam' && row.merged_into === null;

/**
 * Lets a rule act on a conversation that the caller has locked, if its conditions hold; with its record, in the caller's transaction.
 * @returns whether it acted
 */
export async function applyRule(
  ctx: Ctx,
  tx: Tx,
  deps: AutomationDeps,
  rule: Rule,
  row: ConversationRow,
  snapshot: Snapshot,
  occasion: Occasion,
): Promise<boolean> {
  if (!mayAnswer(rule.id, occasion.chain)) return false;
  const because = whyItHolds(rule.conditions, snapshot);
  if (!because || (await isStopped(ctx, tx, rule, row))) return false;
  const runId = newId('arn');
  const done = await carryOutIn(ctx, tx, deps, rule, row.id, runId);
  await keep(ctx, tx, rule, row, { runId, because, done, ...occasion });
  return true;
}

/** Acts under the run's id, by which whatever it causes is known; customers read the company's name. In the transaction of the record. */
async function carryOutIn(ctx: Ctx, tx: Tx, deps: AutomationDeps, rule: Rule, conversationId: string, runId: string): Promise<CarriedOut> {
  const { name } = await workspaceSettings(ctx, tx);
  const acting = makeCtx(deps.platform, ctx.viewer, { kind: 'system', id: runId, name });
  return carryOut({ ...acting, transaction: (work) => work(tx) }, deps, conversationId, rule.actions, {
    by: {
      key: runId,
      fact: (steps) => {
        const did = didOf(rule.actions, steps);
        return did.length > 0 ? ruleApplied({ runId, ruleId: rule.id, name: rule.name, did }) : null;
      },
    },
  });
}

type Kept = Occasion & { runId: string; because: Because[]; done: CarriedOut };

async function keep(ctx: Ctx, tx: Tx, rule: Rule, row: ConversationRow, { runId, because, done, cause, chain }: Kept): Promise<void> {
  const outcomes = done.steps.map(({ outcome, code }) => ({ outcome, code }));
  const at = ctx.clock.now();
  await tx
    .insertInto('automation_runs')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: runId,
      rule_id: rule.id,
      rule_name: rule.name,
      rule_version: rule.version,
      conversation_id: row.id,
      inbox_id: row.inbox_id,
      cause,
      occasion: JSON.stringify(rule.when),
      because: JSON.stringify(because),
      actions: JSON.stringify(rule.actions),
      outcomes: JSON.stringify(outcomes),
      changed: outcomes.some(({ outcome }) => outcome === 'done'),
      chain: [...chain.ruleIds],
      after_rule: chain.lastName,
      item: done.item ? JSON.stringify(done.item) : null,
      at,
      undone_at: null,
      undone_by: null,
    })
    .execute();
  const refused = outcomes.find(({ outcome }) => outcome === 'refused');
  if (refused) await noteError(ctx, tx, rule.id, refused.code ?? 'unexpected');
}

/** The last thing that went wrong with a rule, for whoever looks after rules. */
export async function noteError(ctx: Ctx, tx: Tx, ruleId: string, code: string): Promise<void> {
  await tx
    .updateTable('automation_rules')
    .set({ last_error: JSON.stringify({ code, at: ctx.clock.now().toISOString() }) })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', ruleId)
    .execute();
}

/** Whether the rule leaves this conversation alone; from now on, if it acted here too often within an hour. */
async function isStopped(ctx: Ctx, tx: Tx, rule: Rule, row: ConversationRow): Promise<boolean> {
  const { workspaceId } = ctx.viewer;
  const stop = await tx
    .selectFrom('automation_stops')
    .select('at')
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', rule.id)
    .where('conversation_id', '=', row.id)
    .executeTakeFirst();
  if (stop) return true;
  const now = ctx.clock.now();
  const { many } = await tx
    .selectFrom('automation_runs')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', row.id)
    .where('rule_id', '=', rule.id)
    .where('changed', '=', true)
    .where('at', '>', new Date(now.getTime() - HOUR_IN_MS))
    .executeTakeFirstOrThrow();
  if (Number(many) < MOST_IN_HOUR) return false;
  await tx
    .insertInto('automation_stops')
    .values({ workspace_id: workspaceId, rule_id: rule.id, conversation_id: row.id, inbox_id: row.inbox_id, at: now })
    .execute();
  await ctx.append(tx, ruleStopped({ ruleId: rule.id, name: rule.name, runs: Number(many) }), subjectsOf(row));
  return true;
}
