import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { stepGone } from '../procedures.errors.ts';
import { procedureCompleted, stepChecked, stepUnchecked } from '../procedures.events.ts';
import { isDone } from '../procedures.rules.ts';
import { standingRun } from './runs.queries.ts';

/** Checks a step off, or takes that back. The same again changes nothing. @throws stepGone · notFound */
export async function checkStep(ctx: Ctx, conversationId: string, stepId: string, done: boolean): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const run = await standingRun(ctx, tx, conversationId);
    const step = run?.steps.find((one) => one.id === stepId);
    if (!run || !step || step.kind === 'field') throw stepGone();
    if (run.checks.has(stepId) === done) return;
    const { workspaceId: workspace_id } = ctx.viewer;
    const about = { runId: run.id, stepId, title: step.title };
    if (done)
      await tx
        .insertInto('procedure_checks')
        .values({
          workspace_id,
          run_id: run.id,
          step_id: stepId,
          checked_at: ctx.clock.now(),
          agent_id: ctx.actor.id,
          agent_name: ctx.actor.name,
        })
        .execute();
    else
      await tx
        .deleteFrom('procedure_checks')
        .where('workspace_id', '=', workspace_id)
        .where('run_id', '=', run.id)
        .where('step_id', '=', stepId)
        .execute();
    await ctx.append(tx, done ? stepChecked(about) : stepUnchecked(about), subjectsOf(conversation));
    await noteCompletion(ctx, tx, conversation);
  });
}

/** After a step was done or undone: whether that makes the whole complete, or takes that back. Told once each time. */
export async function noteCompletion(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  const run = await standingRun(ctx, tx, conversation.id);
  if (!run) return;
  const checked = new Set(run.checks.keys());
  const isComplete = run.steps.every((step) => isDone(step, checked, conversation.fields));
  if (isComplete === (run.completedAt !== null)) return;
  await tx
    .updateTable('procedure_runs')
    .set({ completed_at: isComplete ? ctx.clock.now() : null })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', run.id)
    .execute();
  if (!isComplete) return;
  const { procedureId, name } = run;
  await ctx.append(tx, procedureCompleted({ runId: run.id, procedureId, name }), subjectsOf(conversation));
}
