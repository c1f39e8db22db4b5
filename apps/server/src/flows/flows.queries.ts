import type { listFlowVersions } from '@madoguchi/contract/flows.ts';
import { type Flow, type FlowFault, type FlowPlan, flowPlan, type ListedFlow } from '@madoguchi/contract/flows.ts';
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type Existing, faultsOf } from './check/faults.rules.ts';
import type { FlowsTable } from './flows.tables.ts';

export type FlowRow = Selectable<FlowsTable>;
type Version = z.infer<typeof listFlowVersions.response>['items'][number];

const DAY_IN_MS = 86_400_000;
const MOST_VERSIONS = 200;

/** Every flow of the workspace, last changed first. */
export async function listFlowsOf(ctx: Ctx, tx: Tx): Promise<ListedFlow[]> {
  const since = new Date(ctx.clock.now().getTime() - 30 * DAY_IN_MS);
  const rows = await tx
    .selectFrom('flows as f')
    .selectAll('f')
    .select(
      sql<number>`(select count(*)::int from flow_runs r
        where r.workspace_id = f.workspace_id and r.flow_id = f.id and r.started_at >= ${since})`.as('started'),
    )
    .where('f.workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('f.updated_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute();
  return rows.map(({ started, ...row }) => {
    const { steps, ...rest } = toFlow(row);
    return { ...rest, stepCount: steps.length, startedLast30Days: started };
  });
}

/** A flow with its faults. @throws notFound */
export async function flowWithFaults(ctx: Ctx, tx: Tx, id: string): Promise<{ flow: Flow; faults: FlowFault[] }> {
  return withFaults(ctx, tx, await flowRow(ctx, tx, id));
}

export const withFaults = async (ctx: Ctx, tx: Tx, row: FlowRow) => {
  const flow = toFlow(row);
  return { flow, faults: faultsOf(flow, await existing(ctx, tx, flow)) };
};

/** @throws notFound */
export async function flowRow(ctx: Ctx, tx: Tx, id: string, { lock = false } = {}): Promise<FlowRow> {
  const row = await tx
    .selectFrom('flows')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The teams and articles a plan names that are there; of articles, those that customers may read. */
export async function existing(ctx: Ctx, tx: Tx, { triggers, steps }: FlowPlan): Promise<Existing> {
  const { workspaceId } = ctx.viewer;
  const teamIds = steps.flatMap((step) => (step.type === 'hand_off' && step.teamId ? [step.teamId] : []));
  const articleIds = triggers.flatMap((trigger) => (trigger.kind === 'article' ? [trigger.articleId] : []));
  const teams = await tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${teamIds})`)
    .execute();
  const articles = await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'published')
    .where('audience', '=', 'public')
    .where('id', '=', sql<string>`any(${articleIds})`)
    .execute();
  return { teams: new Set(teams.map(({ id }) => id)), articles: new Set(articles.map(({ id }) => id)) };
}

/** Every saved state, newest first, at most 200. @throws notFound */
export async function versionsOf(ctx: Ctx, tx: Tx, id: string): Promise<Version[]> {
  await flowRow(ctx, tx, id);
  const rows = await tx
    .selectFrom('flow_versions')
    .select(['version', 'plan', 'saved_at', 'saved_by'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('flow_id', '=', id)
    .orderBy('version', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
  return rows.map(({ version, plan, saved_at, saved_by }) => ({
    version,
    savedAt: saved_at.toISOString(),
    savedBy: saved_by,
    plan: planOf(plan),
  }));
}

/** A plan as it was kept; one of an older release gets what was added since. */
export const planOf = (kept: unknown): FlowPlan => flowPlan.parse(kept);

export const toFlow = (row: FlowRow): Flow => ({
  ...planOf(row.plan),
  id: row.id,
  status: row.status as Flow['status'],
  version: row.version,
  publishedVersion: row.published_version,
  updatedAt: row.updated_at.toISOString(),
  updatedBy: row.updated_by,
});
