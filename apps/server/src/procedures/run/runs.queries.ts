import type { Missing } from '@madoguchi/contract/fields.ts';
import type { ProcedureRun, ProcedureStanding, ProcedureStep } from '@madoguchi/contract/procedures.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { listProcedures } from '../procedures.queries.ts';
import { isDone, openSteps } from '../procedures.rules.ts';
import { beginFitting } from './begin.commands.ts';

type Check = { step_id: string; checked_at: Date; agent_id: string | null; agent_name: string };
export type Standing = {
  id: string;
  procedureId: string;
  version: number;
  name: string;
  steps: ProcedureStep[];
  begunAt: Date;
  completedAt: Date | null;
  checks: Map<string, Check>;
};

/** What a conversation is in the middle of, or has completed; null: nothing. */
export async function standingRun(ctx: Ctx, tx: Tx, conversationId: string): Promise<Standing | null> {
  const { workspaceId } = ctx.viewer;
  const run = await tx
    .selectFrom('procedure_runs as r')
    .innerJoin('procedure_versions as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'r.workspace_id')
        .onRef('v.procedure_id', '=', 'r.procedure_id')
        .onRef('v.version', '=', 'r.version'),
    )
    .select(['r.id', 'r.procedure_id', 'r.version', 'v.name', 'v.steps', 'r.begun_at', 'r.completed_at'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.conversation_id', '=', conversationId)
    .where('r.left_at', 'is', null)
    .executeTakeFirst();
  if (!run) return null;
  const checks = await tx
    .selectFrom('procedure_checks')
    .select(['step_id', 'checked_at', 'agent_id', 'agent_name'])
    .where('workspace_id', '=', workspaceId)
    .where('run_id', '=', run.id)
    .execute();
  return {
    id: run.id,
    procedureId: run.procedure_id,
    version: run.version,
    name: run.name,
    steps: run.steps as ProcedureStep[],
    begunAt: run.begun_at,
    completedAt: run.completed_at,
    checks: new Map(checks.map((check) => [check.step_id, check])),
  };
}

/** The procedure of a conversation, as it is shown beside it. @throws notFound */
export async function conversationProcedure(ctx: Ctx, tx: Tx, conversationId: string): Promise<ProcedureStanding> {
  const row = await tx
    .selectFrom('conversations')
    .select('fields')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const run = await standingRun(ctx, tx, conversationId);
  const others = (await listProcedures(ctx, tx)).filter(({ id, enabled }) => enabled && id !== run?.procedureId);
  return { run: run && presentRun(run, row.fields), others: others.map(({ id, name }) => ({ id, name })) };
}

const presentRun = (run: Standing, fields: Record<string, string>): ProcedureRun => ({
  id: run.id,
  procedureId: run.procedureId,
  name: run.name,
  version: run.version,
  begunAt: run.begunAt.toISOString(),
  completedAt: run.completedAt?.toISOString() ?? null,
  steps: run.steps.map((step) => {
    const check = run.checks.get(step.id);
    return {
      step,
      done: isDone(step, new Set(run.checks.keys()), fields),
      by: check ? { id: check.agent_id, name: check.agent_name, at: check.checked_at.toISOString() } : null,
    };
  }),
});

/** Steps that must be done before this conversation is resolved. What fits and has not begun yet begins here: the reader may be behind. */
export async function missingSteps(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<Missing[]> {
  await beginFitting(ctx, tx, conversation);
  const run = await standingRun(ctx, tx, conversation.id);
  if (!run) return [];
  return openSteps(run.steps, new Set(run.checks.keys()), conversation.fields).map((step) =>
    step.kind === 'field'
      ? { kind: 'field', key: step.key, label: step.title, labelEn: '' }
      : { kind: 'step', stepId: step.id, title: step.title },
  );
}
