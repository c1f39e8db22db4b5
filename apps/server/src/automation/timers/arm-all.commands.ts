import type { RuleSince } from '@madoguchi/contract/automation.ts';
import { sql } from 'kysely';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { calendarsOf } from '../../workspaces/hours/calendars.queries.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { rulesInOrder, toRule } from '../rules/active.queries.ts';
import { armConversation, type TimerRule, timersOf } from './arm.commands.ts';
import { earliestOpen } from './due.rules.ts';

const AT_ONCE = 200;

/** In whose turn a conversation can wait so. */
const TURNS: Readonly<Record<RuleSince, readonly string[]>> = {
  waiting_for_us: ['new', 'progress'],
  unassigned: ['new', 'progress'],
  waiting_for_customer: ['waiting'],
  opened: ['bot', 'new', 'progress', 'waiting'],
  last_activity: ['bot', 'new', 'progress', 'waiting', 'resolved'],
};

/** Writes down the waits of all conversations for rules that were switched on or changed, page by page; what is left undone is done again. */
export async function armAll(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const rules = await ctx.transaction(async (tx) =>
    (await rulesInOrder(tx, ctx.viewer.workspaceId)).filter((row) => row.enabled && row.is_timer && row.armed_version !== row.version),
  );
  for (const rule of timersOf(rules.map(toRule))) {
    for (const turn of TURNS[rule.when.since]) {
      for (let after: ConversationRow | null | undefined = null; after !== undefined; ) {
        if (signal.aborted) return;
        after = await ctx.transaction((tx) => armPage(ctx, tx, rule, turn, after ?? null));
      }
    }
    await ctx.transaction((tx) =>
      tx
        .updateTable('automation_rules')
        .set({ armed_version: rule.version })
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', rule.id)
        .where('version', '=', rule.version)
        .execute(),
    );
  }
}

/** @returns the last conversation of the page; undefined after the last page */
async function armPage(
  ctx: Ctx,
  tx: Tx,
  rule: TimerRule,
  turn: string,
  after: ConversationRow | null,
): Promise<ConversationRow | undefined> {
  const from = await earliestActivity(ctx, tx, rule);
  const rows = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('turn', '=', turn)
    .$if(from !== null, (query) => query.where('last_activity_at', '>=', from!))
    .$if(after !== null, (query) => query.where(sql<boolean>`(last_activity_at, id) < (${after?.last_activity_at}, ${after?.id})`))
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(AT_ONCE)
    .execute();
  for (const row of rows) await armConversation(ctx, tx, [rule], row);
  return rows.length < AT_ONCE ? undefined : rows.at(-1);
}

/** Waits that began with the last activity, or before it, are over where that was too long ago. An assignment ended is no activity. */
async function earliestActivity(ctx: Ctx, tx: Tx, { when, countsSince }: TimerRule): Promise<Date | null> {
  if (when.since !== 'last_activity' && when.since !== 'opened') return null;
  const { businessHours, timezone } = await workspaceSettings(ctx, tx);
  const named = (await calendarsOf(ctx, tx)).map((one) => ({ hours: one.hours, timezone: one.timezone ?? timezone }));
  return earliestOpen(when, countsSince, [{ hours: businessHours, timezone }, ...named]);
}
