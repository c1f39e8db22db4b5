import type { AutomationRun } from '@madoguchi/contract/automation.ts';
import { takeItemBack } from '../../conversations/bulk/undo-bulk.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { changedSince, notUndoable } from '../rules/rules.errors.ts';
import { runUndone } from '../rules/rules.events.ts';
import { readRun } from './runs.queries.ts';

/**
 * Takes back what a rule changed in a conversation; what went out to the customer, and notes, stay. The rule does not answer that. A second time it
 * changes nothing. @throws notFound · notUndoable where there is nothing to take back · changedSince
 */
export function undoRun(ctx: Ctx, id: string): Promise<AutomationRun> {
  return ctx.transaction(async (tx) => {
    const run = await tx
      .selectFrom('automation_runs')
      .select(['rule_id', 'rule_name', 'conversation_id', 'inbox_id', 'item', 'undone_at'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!run) throw notFound();
    if (run.undone_at) return readRun(ctx, tx, id);
    if (!run.item) throw notUndoable();
    const outcome = await takeItemBack({ ...ctx, transaction: (work) => work(tx) }, run.item);
    if (outcome === 'changed_since') throw changedSince();
    await tx
      .updateTable('automation_runs')
      .set({ undone_at: ctx.clock.now(), undone_by: ctx.actor.name })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
    const subjects = { inboxId: run.inbox_id, conversationId: run.conversation_id };
    await ctx.append(tx, runUndone({ runId: id, ruleId: run.rule_id, name: run.rule_name }), subjects);
    return readRun(ctx, tx, id);
  });
}
