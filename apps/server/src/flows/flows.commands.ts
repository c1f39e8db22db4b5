import { type Flow, type FlowFault, type FlowPlan, flowPlan } from '@madoguchi/contract/flows.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { faultsOf, hasErrors } from './check/faults.rules.ts';
import { flowChangedMeanwhile, flowFaulty, flowTooMany } from './flows.errors.ts';
import { flowArchived, flowCreated, flowPublished, flowUnpublished, flowUpdated } from './flows.events.ts';
import { existing, type FlowRow, flowRow, toFlow, withFaults } from './flows.queries.ts';

const MOST_FLOWS = 200;

/** Keeps a new flow, as a draft; it may have faults. @throws flowTooMany */
export async function createFlow(ctx: Ctx, wish: FlowPlan): Promise<Flow> {
  const plan = JSON.stringify(flowPlan.parse(wish));
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const { count } = await tx
      .selectFrom('flows')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', workspace_id)
      .executeTakeFirstOrThrow();
    if (count >= MOST_FLOWS) throw flowTooMany();
    const row = await tx
      .insertInto('flows')
      .values({
        workspace_id,
        id: newId('flw'),
        name: wish.name,
        status: 'draft',
        plan,
        version: 1,
        published_version: null,
        published_plan: null,
        updated_at: ctx.clock.now(),
        updated_by: ctx.actor.name,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await keepVersion(ctx, tx, row);
    await ctx.append(tx, flowCreated({ flowId: row.id, name: row.name }));
    return toFlow(row);
  });
}

/**
 * Saves a flow; customers are led through the published version until the next is published. The same plan again changes nothing.
 * @param version the one that was edited
 * @throws flowChangedMeanwhile, with the flow as it is now · notFound
 */
export async function updateFlow(
  ctx: Ctx,
  id: string,
  { version, ...wish }: FlowPlan & { version: number },
): Promise<{ flow: Flow; faults: FlowFault[] }> {
  const plan = flowPlan.parse(wish);
  return ctx.transaction(async (tx) => {
    const row = await flowRow(ctx, tx, id, { lock: true });
    if (JSON.stringify(flowPlan.parse(row.plan)) === JSON.stringify(plan)) return withFaults(ctx, tx, row);
    if (row.version !== version) throw flowChangedMeanwhile({ flow: toFlow(row) });
    const changed = await change(ctx, tx, id, { name: plan.name, plan: JSON.stringify(plan), version: row.version + 1 });
    await keepVersion(ctx, tx, changed);
    await ctx.append(tx, flowUpdated({ flowId: id, name: plan.name, version: changed.version }));
    return withFaults(ctx, tx, changed);
  });
}

/**
 * Publishes the newest version, takes the flow back or archives it. Conversations under way keep the version they began with. Idempotent.
 * @throws flowFaulty, with the faults, for one that cannot be published · notFound
 */
export async function setFlowStatus(ctx: Ctx, id: string, status: Flow['status']): Promise<Flow> {
  return ctx.transaction(async (tx) => {
    const row = await flowRow(ctx, tx, id, { lock: true });
    const { name, version } = row;
    if (status === 'published') {
      if (row.published_version === version) return toFlow(row);
      const plan = flowPlan.parse(row.plan);
      const faults = faultsOf(plan, await existing(ctx, tx, plan));
      if (hasErrors(faults)) throw flowFaulty({ faults });
      const changed = await change(ctx, tx, id, { status, published_version: version, published_plan: JSON.stringify(plan) });
      await ctx.append(tx, flowPublished({ flowId: id, name, version }));
      return toFlow(changed);
    }
    if (row.status === status) return toFlow(row);
    const changed = await change(ctx, tx, id, { status, published_version: null, published_plan: null });
    await ctx.append(tx, status === 'archived' ? flowArchived({ flowId: id, name }) : flowUnpublished({ flowId: id, name }));
    return toFlow(changed);
  });
}

const change = (ctx: Ctx, tx: Tx, id: string, columns: Partial<Omit<FlowRow, 'workspace_id' | 'id'>>): Promise<FlowRow> =>
  tx
    .updateTable('flows')
    .set({ ...columns, updated_at: ctx.clock.now(), updated_by: ctx.actor.name })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

const keepVersion = (ctx: Ctx, tx: Tx, row: FlowRow) =>
  tx
    .insertInto('flow_versions')
    .values({
      workspace_id: row.workspace_id,
      flow_id: row.id,
      version: row.version,
      plan: JSON.stringify(row.plan),
      saved_at: ctx.clock.now(),
      saved_by: ctx.actor.name,
    })
    .execute();
