import type { ProcedureStep } from '@madoguchi/contract/procedures.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { readProcedure } from './procedures.queries.ts';
import { isDone } from './procedures.rules.ts';

const SINCE_MS = 90 * 86_400_000;
/** Figures over more than so many conversations say nothing new. */
const MOST = 5000;

/** How often a procedure is begun and completed, and which step was the first undone one where conversations ended without it. @throws notFound */
export async function procedureFigures(ctx: Ctx, tx: Tx, id: string) {
  const { workspaceId } = ctx.viewer;
  const { steps } = await readProcedure(ctx, tx, id);
  const runs = await tx
    .selectFrom('procedure_runs as r')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.conversation_id'))
    .innerJoin('procedure_versions as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'r.workspace_id')
        .onRef('v.procedure_id', '=', 'r.procedure_id')
        .onRef('v.version', '=', 'r.version'),
    )
    .select(['r.id', 'r.completed_at', 'r.left_at', 'c.status', 'c.fields', 'v.steps'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.procedure_id', '=', id)
    .where('r.begun_at', '>=', new Date(ctx.clock.now().getTime() - SINCE_MS))
    .orderBy('r.begun_at', 'desc')
    .limit(MOST)
    .execute();
  const checks = await tx
    .selectFrom('procedure_checks')
    .select(['run_id', 'step_id'])
    .where('workspace_id', '=', workspaceId)
    .where('run_id', 'in', (eb) =>
      eb.selectFrom('procedure_runs').select('id').where('workspace_id', '=', workspaceId).where('procedure_id', '=', id),
    )
    .execute();
  const checkedIn = Map.groupBy(checks, (check) => check.run_id);
  const figures = new Map(steps.map((step) => [step.id, { stepId: step.id, title: step.title, checked: 0, stopped: 0 }]));
  for (const run of runs) {
    const checked = new Set((checkedIn.get(run.id) ?? []).map((check) => check.step_id));
    const own = run.steps as ProcedureStep[];
    for (const step of own) {
      const figure = figures.get(step.id);
      if (figure && isDone(step, checked, run.fields)) figure.checked += 1;
    }
    const hasEnded = run.left_at !== null || run.status === 'resolved' || run.status === 'closed';
    const firstOpen = own.find((step) => !isDone(step, checked, run.fields));
    const stop = hasEnded && !run.completed_at && firstOpen ? figures.get(firstOpen.id) : undefined;
    if (stop) stop.stopped += 1;
  }
  return {
    begun: runs.length,
    completed: runs.filter((run) => run.completed_at !== null).length,
    left: runs.filter((run) => run.left_at !== null && run.completed_at === null).length,
    steps: [...figures.values()],
  };
}
