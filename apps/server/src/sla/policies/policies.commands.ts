import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '@madoguchi/contract/promises.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { policiesOrdered, policyCreated, policyRemoved, policyUpdated } from '../sla.events.ts';
import { type CountingPolicy, forgetPolicies, listPolicies, toPolicy } from './policies.queries.ts';

type Wish = Omit<Policy, 'id'>;

/** Adds a policy as the last to be tried. */
export async function createPolicy(ctx: Ctx, wish: Wish): Promise<Policy> {
  return change(ctx, async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const position = sql<number>`(select coalesce(max(position), 0) + 1 from sla_policies where workspace_id = ${workspace_id})`;
    const row = await tx
      .insertInto('sla_policies')
      .values({ workspace_id, id: newId('slp'), position, ...columnsOf(wish), counts_since: ctx.clock.now() })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, policyCreated({ policyId: row.id, name: row.name }));
    return toPolicy(row);
  });
}

/** Replaces a policy; the same again writes no fact. @throws notFound */
export async function updatePolicy(ctx: Ctx, id: string, wish: Wish): Promise<Policy> {
  return change(ctx, async (tx) => {
    const { countsSince, ...before } = toPolicy(await lock(ctx, tx, id));
    if (isDeepStrictEqual(before, { ...wish, id })) return before;
    const counts_since = wish.enabled && !before.enabled ? ctx.clock.now() : countsSince;
    const row = await tx
      .updateTable('sla_policies')
      .set({ ...columnsOf(wish), counts_since })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, policyUpdated({ policyId: id, name: row.name }));
    return toPolicy(row);
  });
}

/** Removes a policy. @throws notFound, also for one that is removed already */
export async function removePolicy(ctx: Ctx, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const { name } = await lock(ctx, tx, id);
    await tx.deleteFrom('sla_policies').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, policyRemoved({ policyId: id, name }));
  });
}

/** Puts the policies in order; those not named come after, as they were. */
export async function orderPolicies(ctx: Ctx, ids: readonly string[]): Promise<CountingPolicy[]> {
  return change(ctx, async (tx) => {
    const before = await listPolicies(tx, ctx.viewer.workspaceId);
    const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const after = [...before].sort((a, b) => place(a.id) - place(b.id));
    if (after.every((policy, index) => policy === before[index])) return before;
    for (const [index, { id }] of after.entries())
      await tx
        .updateTable('sla_policies')
        .set({ position: index + 1 })
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', id)
        .execute();
    await ctx.append(tx, policiesOrdered({ policyIds: after.map(({ id }) => id) }));
    return after;
  });
}

const change = <R>(ctx: Ctx, work: (tx: Tx) => Promise<R>): Promise<R> =>
  ctx.transaction((tx) => {
    tx.afterCommit(() => forgetPolicies(ctx.viewer.workspaceId));
    return work(tx);
  });

const columnsOf = ({ name, enabled, conditions, targets, escalations, warnAt, botAnswers }: Wish) => ({
  name,
  enabled,
  conditions,
  targets,
  // An array would be sent as one of PostgreSQL's own.
  escalations: sql<Policy['escalations']>`${JSON.stringify(escalations)}::jsonb`,
  warn_at: warnAt,
  bot_answers: botAnswers,
});

async function lock(ctx: Ctx, tx: Tx, id: string) {
  const row = await tx
    .selectFrom('sla_policies')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}
