import type { RuleTimer } from '@madoguchi/contract/automation.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { ZonedHours } from '../../workspaces/hours/which-calendar.rules.ts';
import { askedBy } from '../conditions/asked.rules.ts';
import { knownOf } from '../conditions/known.queries.ts';
import type { Rule } from '../rules/rules.types.ts';
import { isTheirs } from '../runs/apply.commands.ts';
import { anchorOf } from './anchor.queries.ts';
import { dueAt } from './due.rules.ts';

export type TimerRule = Rule & { when: RuleTimer };
export const timersOf = (rules: readonly Rule[]): TimerRule[] => rules.filter((rule): rule is TimerRule => rule.when.kind === 'timer');

/** Whose hours apply to a conversation. */
export const hoursFor = async (ctx: Ctx, tx: Tx, row: ConversationRow): Promise<ZonedHours> =>
  (await knownOf(ctx, tx, [row], askedBy([]))).get(row.id)!.hours;

/**
 * Writes down what rules of time wait for in a conversation. A wait that only grew longer is left as it is: whoever looks at its end sees that it
 * goes on, and most never end. Bears a repetition.
 */
export async function armConversation(ctx: Ctx, tx: Tx, rules: readonly TimerRule[], row: ConversationRow): Promise<void> {
  if (!isTheirs(row)) return;
  const standing = await tx
    .selectFrom('automation_waits')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .execute();
  let hours: ZonedHours | null = null;
  for (const rule of rules) {
    const anchor = await anchorOf(ctx, tx, row, rule.when.since);
    if (!anchor) continue;
    hours ??= await hoursFor(ctx, tx, row);
    const due = dueAt(rule.when, anchor.since, hours);
    // What fell due before the rule counted is not its business.
    if (!due || due < rule.countsSince) continue;
    const known = standing.find(({ rule_id }) => rule_id === rule.id);
    const isSame = known?.started_at.getTime() === anchor.since.getTime();
    if (known?.done_at ? isSame : known && known.due_at <= due) continue;
    await writeWait(ctx, tx, row, { ruleId: rule.id, startedAt: anchor.since, dueAt: due, doneAt: null });
  }
}

type Wait = { ruleId: string; startedAt: Date; dueAt: Date; doneAt: Date | null };

export async function writeWait(ctx: Ctx, tx: Tx, row: ConversationRow, wait: Wait): Promise<void> {
  const columns = { started_at: wait.startedAt, due_at: wait.dueAt, done_at: wait.doneAt };
  await tx
    .insertInto('automation_waits')
    .values({ workspace_id: ctx.viewer.workspaceId, rule_id: wait.ruleId, conversation_id: row.id, inbox_id: row.inbox_id, ...columns })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'conversation_id', 'rule_id']).doUpdateSet(columns))
    .execute();
}
