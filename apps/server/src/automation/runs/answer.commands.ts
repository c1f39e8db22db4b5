import { lockConversation } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { lockForMove } from '../../routing/place/move.commands.ts';
import { askedBy } from '../conditions/asked.rules.ts';
import { whyItHolds } from '../conditions/conditions.rules.ts';
import { snapshotOf } from '../conditions/snapshot.queries.ts';
import { eventsOf } from '../rules/occasions.rules.ts';
import type { Rule } from '../rules/rules.types.ts';
import { type AutomationDeps, applyRule, isTheirs, noteError } from './apply.commands.ts';
import { chainBehind } from './chain.queries.ts';
import type { Chain } from './runs.types.ts';

/**
 * Lets the rules about a fact act, in their order: all of them in one transaction, with their records. Read again after anything was done for it,
 * the fact does nothing; read again after a failure, it does everything.
 */
export async function answerFact(ctx: Ctx, deps: AutomationDeps, rules: readonly Rule[], fact: LoggedFact): Promise<void> {
  const events = eventsOf(fact);
  const conversationId = fact.conversation_id;
  const about = rules.filter(({ when, countsSince }) => when.kind === 'event' && events.includes(when.event) && countsSince <= fact.at);
  if (!conversationId || about.length === 0 || !(await mayHold(ctx, about, conversationId))) return;
  let at: Rule | null = null;
  try {
    await ctx.transaction(async (tx) => {
      const row = await lockAsNeeded(ctx, tx, about, conversationId);
      const cause = `fact:${fact.position}`;
      if (!row || !isTheirs(row) || (await wasAnswered(ctx, tx, conversationId, cause))) return;
      const behind = await chainBehind(ctx, tx, fact);
      const first = await snapshotOf(ctx, tx, row, askedBy(about.map(({ conditions }) => conditions)));
      const acted: Rule[] = [];
      for (const rule of about) {
        at = rule;
        const now = await lockConversation(ctx, tx, conversationId);
        // One that holds only since another acted answers that one.
        const chain = whyItHolds(rule.conditions, first) ? behind : lengthened(behind, acted);
        const snapshot = await snapshotOf(ctx, tx, now, askedBy([rule.conditions]));
        if (!(await applyRule(ctx, tx, deps, rule, now, snapshot, { cause, chain }))) continue;
        acted.push(rule);
        if (rule.stopAfter) break;
      }
    });
  } catch (error) {
    const failed = at as Rule | null;
    if (failed) await ctx.transaction((tx) => noteError(ctx, tx, failed.id, 'unexpected')).catch(() => {});
    throw error;
  }
}

const lengthened = ({ ruleIds, lastName }: Chain, acted: readonly Rule[]): Chain => ({
  ruleIds: [...ruleIds, ...acted.map(({ id }) => id)],
  lastName: acted.at(-1)?.name ?? lastName,
});

/** Most facts are no rule's business: they are let go without a lock. What one rule does may make the next one hold, so one is enough. */
async function mayHold(ctx: Ctx, rules: readonly Rule[], conversationId: string): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('conversations')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirst();
    if (!row || !isTheirs(row)) return false;
    const snapshot = await snapshotOf(ctx, tx, row, askedBy(rules.map(({ conditions }) => conditions)));
    return rules.some(({ conditions }) => whyItHolds(conditions, snapshot));
  });
}

/** Whoever moves between queues takes the queues' lock first, and the conversation's then. */
export async function lockAsNeeded(ctx: Ctx, tx: Tx, rules: readonly Rule[], conversationId: string): Promise<ConversationRow | null> {
  if (rules.some(({ actions }) => actions.some((action) => action.do === 'place_in_queue'))) await lockForMove(ctx, tx);
  try {
    return await lockConversation(ctx, tx, conversationId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function wasAnswered(ctx: Ctx, tx: Tx, conversationId: string, cause: string): Promise<boolean> {
  const run = await tx
    .selectFrom('automation_runs')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('cause', '=', cause)
    .limit(1)
    .executeTakeFirst();
  return run !== undefined;
}
