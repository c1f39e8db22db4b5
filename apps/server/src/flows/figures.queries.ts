import type { flowFigures } from '@madoguchi/contract/flows.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { flowRow, planOf } from './flows.queries.ts';
import { STALE_AFTER_MS } from './run/runs.rules.ts';

type Figures = z.infer<typeof flowFigures.response>;

const DAY_IN_MS = 86_400_000;

/**
 * How many conversations of the last `days` began a flow, and where they went. One that nobody has written in for a day counts as left
 * where it stands. Steps in the order of the plan, then those of older versions. @throws notFound
 */
export async function figuresOf(ctx: Ctx, tx: Tx, id: string, days: number): Promise<Figures> {
  const { plan } = await flowRow(ctx, tx, id);
  const now = ctx.clock.now().getTime();
  const runs = sql`(select id, step, case when status = 'running' and updated_at < ${new Date(now - STALE_AFTER_MS)} then 'left' else status end as status
    from flow_runs where workspace_id = ${ctx.viewer.workspaceId} and flow_id = ${id} and started_at >= ${new Date(now - days * DAY_IN_MS)})`;
  const byStatus = await sql<{
    status: string;
    count: number;
  }>`select status, count(*)::int as count from ${runs} r group by status`.execute(tx);
  const bySteps = await sql<{ stepId: string; reached: number; left: number }>`
    select v.step_id as "stepId", count(*)::int as reached, count(*) filter (where r.status = 'left' and r.step = v.step_id)::int as left
    from ${runs} r join flow_visits v on v.workspace_id = ${ctx.viewer.workspaceId} and v.run_id = r.id group by v.step_id`.execute(tx);
  const count = (...statuses: string[]) =>
    byStatus.rows.filter(({ status }) => statuses.includes(status)).reduce((sum, row) => sum + row.count, 0);
  const reached = new Map(bySteps.rows.map((row) => [row.stepId, row]));
  const inPlan = planOf(plan).steps.map(({ id: stepId }) => reached.get(stepId) ?? { stepId, reached: 0, left: 0 });
  const ids = new Set(inPlan.map(({ stepId }) => stepId));
  return {
    started: byStatus.rows.reduce((sum, row) => sum + row.count, 0),
    finished: count('finished', 'answered'),
    handedOff: count('handed_off'),
    left: count('left'),
    running: count('running'),
    steps: [...inPlan, ...bySteps.rows.filter(({ stepId }) => !ids.has(stepId))],
  };
}
