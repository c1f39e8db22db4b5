import type { CannedResponse } from '@madoguchi/contract/workspaces.ts';
import type { Ctx } from '../platform/ctx.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { cannedResponseCreated, cannedResponseRemoved, cannedResponseUpdated } from './canned-responses.events.ts';
import { toCannedResponse } from './canned-responses.queries.ts';

type Wish = Omit<CannedResponse, 'id'>;
const columnsOf = ({ shortcut, title, text, locale }: Wish) => ({ shortcut, title, text, locale });

export async function createCannedResponse(ctx: Ctx, wish: Wish): Promise<CannedResponse> {
  return ctx.transaction(async (tx) => {
    const row = await tx
      .insertInto('canned_responses')
      .values({ workspace_id: ctx.viewer.workspaceId, id: newId('can'), ...columnsOf(wish), updated_at: ctx.clock.now() })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, cannedResponseCreated({ cannedResponseId: row.id, title: row.title }));
    return toCannedResponse(row);
  });
}

/** Replaces a canned response; the same again writes no fact. @throws notFound */
export async function updateCannedResponse(ctx: Ctx, id: string, wish: Wish): Promise<CannedResponse> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const row = await tx
      .selectFrom('canned_responses')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    const columns = columnsOf(wish);
    if ((Object.keys(columns) as (keyof Wish)[]).every((name) => columns[name] === row[name])) return toCannedResponse(row);
    await tx
      .updateTable('canned_responses')
      .set({ ...columns, updated_at: ctx.clock.now() })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
    await ctx.append(tx, cannedResponseUpdated({ cannedResponseId: id, title: wish.title }));
    return { id, ...columns };
  });
}

/** Removes a canned response. @throws notFound, also for one that is removed already */
export async function removeCannedResponse(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('canned_responses')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('title')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, cannedResponseRemoved({ cannedResponseId: id, title: removed.title }));
  });
}
