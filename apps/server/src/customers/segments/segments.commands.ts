import type { Segment } from '@madoguchi/contract/segments.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { segmentRemoved, segmentSaved } from '../customers.events.ts';

/** The segments, by name. */
export const listSegments = (ctx: Ctx, tx: Tx): Promise<Segment[]> =>
  tx
    .selectFrom('segments')
    .select(['id', 'name', 'filter'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute() as Promise<Segment[]>;

/** Keeps a filter under a name, or changes the one with this id. @throws notFound */
export async function saveSegment(ctx: Ctx, id: string | null, { name, filter }: Omit<Segment, 'id'>): Promise<Segment> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const set = { name: name.trim(), filter: JSON.stringify(filter) };
    const segmentId = id ?? newId('seg');
    if (id) {
      const { numUpdatedRows } = await tx
        .updateTable('segments')
        .set(set)
        .where('workspace_id', '=', workspace_id)
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw notFound();
    } else
      await tx
        .insertInto('segments')
        .values({ workspace_id, id: segmentId, ...set, created_at: ctx.clock.now() })
        .execute();
    await ctx.append(tx, segmentSaved({ segmentId, name: set.name }));
    return { id: segmentId, name: set.name, filter };
  });
}

/** @throws notFound */
export async function deleteSegment(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('segments')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, segmentRemoved({ segmentId: id, name: removed.name }));
  });
}
