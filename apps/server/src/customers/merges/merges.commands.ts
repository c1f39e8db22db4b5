import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { mergeRefused } from '../customers.errors.ts';
import { customerMerged, customersDistinguished, customerUnmerged } from '../customers.events.ts';
import { personOf } from '../people/people.queries.ts';
import { duplicatesOf } from './duplicates.queries.ts';

/**
 * Says that another customer is the same person as this one. A pointer and nothing else: no conversation, address or line changes its owner,
 * so that each customer goes on seeing what their own proof lets them see, and undoing it leaves no trace in any row (docs/decisions/0016).
 * @returns the merge; the standing one when they are one person already
 * @throws notFound · mergeRefused for somebody erased
 */
export async function mergeCustomers(ctx: Ctx, customerId: string, otherId: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const { into, from } = await lockBoth(ctx, tx, customerId, otherId);
    if (into === from) return standingMergeOf(tx, workspace_id, customerId, otherId);
    const because = (await duplicatesOf(tx, workspace_id, into))?.find(({ customer }) => customer.id === from)?.reasons ?? [];
    await tx.updateTable('customers').set({ merged_into: into }).where('workspace_id', '=', workspace_id).where('id', '=', from).execute();
    const mergeId = newId('mrg');
    const kinds = because.map(({ kind }) => kind);
    await tx
      .insertInto('customer_merges')
      .values({
        workspace_id,
        id: mergeId,
        customer_id: from,
        into_id: into,
        because: JSON.stringify(kinds),
        merged_by: ctx.actor.name,
        merged_at: ctx.clock.now(),
        undone_by: null,
        undone_at: null,
      })
      .execute();
    await ctx.append(tx, customerMerged({ mergeId, customerId: from, intoId: into, because: kinds }), { customerId: into });
    return mergeId;
  });
}

/**
 * Takes a merge back. Whoever was merged into the one before the merge goes along; what came meanwhile is where its address is. Again it changes
 * nothing.
 * @returns the customer it was merged into
 * @throws notFound
 */
export async function undoMerge(ctx: Ctx, mergeId: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const merge = await tx
      .selectFrom('customer_merges')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', mergeId)
      .forUpdate()
      .executeTakeFirst();
    if (!merge) throw notFound();
    if (merge.undone_at) return merge.into_id;
    await tx
      .updateTable('customer_merges')
      .set({ undone_at: ctx.clock.now(), undone_by: ctx.actor.name })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', mergeId)
      .execute();
    await tx
      .updateTable('customers')
      .set({ merged_into: null })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', merge.customer_id)
      .where('merged_into', '=', merge.into_id)
      .execute();
    const subjects = { customerId: merge.into_id };
    await ctx.append(tx, customerUnmerged({ mergeId, customerId: merge.customer_id, intoId: merge.into_id }), subjects);
    return merge.into_id;
  });
}

/** Remembers that two are not the same person, or forgets it. Idempotent. @throws notFound */
export async function setDistinct(ctx: Ctx, customerId: string, otherId: string, distinct: boolean): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { into, from } = await lockBoth(ctx, tx, customerId, otherId);
    if (into === from) return;
    await distinguish(ctx, tx, into, from, distinct);
    await ctx.append(tx, customersDistinguished({ customerId: into, otherId: from, distinct }), { customerId: into });
  });
}

async function distinguish(ctx: Ctx, tx: Tx, a: string, b: string, distinct: boolean): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  const [one, other] = await Promise.all([a, b].map((id) => personOf(tx, workspace_id, id)));
  if (!one || !other) return;
  if (!distinct) {
    await tx
      .deleteFrom('customer_distinctions')
      .where('workspace_id', '=', workspace_id)
      .where((eb) =>
        eb.or([
          eb.and([eb('one_id', 'in', one.ids), eb('other_id', 'in', other.ids)]),
          eb.and([eb('one_id', 'in', other.ids), eb('other_id', 'in', one.ids)]),
        ]),
      )
      .execute();
    return;
  }
  const [one_id, other_id] = [a, b].sort() as [string, string];
  await tx
    .insertInto('customer_distinctions')
    .values({ workspace_id, one_id, other_id, said_by: ctx.actor.name, said_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Both people with everybody merged into them, locked in one order; their heads as they are then. */
async function lockBoth(ctx: Ctx, tx: Tx, customerId: string, otherId: string): Promise<{ into: string; from: string }> {
  const workspace_id = ctx.viewer.workspaceId;
  const { rows } = await sql<{ id: string }>`
    select id from customers where workspace_id = ${workspace_id} and person_id in (
      select person_id from customers where workspace_id = ${workspace_id} and id in (${customerId}, ${otherId}))
    order by id for update`.execute(tx);
  if (rows.length === 0) throw notFound();
  const heads = await tx
    .selectFrom('customers as c')
    .innerJoin('customers as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.person_id'))
    .select(['c.id', 'c.person_id', 'p.erased_at'])
    .where('c.workspace_id', '=', workspace_id)
    .where('c.id', 'in', [customerId, otherId])
    .execute();
  const into = heads.find(({ id }) => id === customerId);
  const from = heads.find(({ id }) => id === otherId);
  if (!into || !from) throw notFound();
  if (into.erased_at || from.erased_at) throw mergeRefused();
  return { into: into.person_id, from: from.person_id };
}

/** How two came to be one: the latest merge that concerns either of them. One that no agent made cannot be named. */
async function standingMergeOf(tx: Tx, workspaceId: string, a: string, b: string): Promise<string> {
  const row = await tx
    .selectFrom('customer_merges')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('undone_at', 'is', null)
    .where('customer_id', 'in', [a, b])
    .orderBy('merged_at', 'desc')
    .executeTakeFirst();
  if (!row) throw mergeRefused();
  return row.id;
}
