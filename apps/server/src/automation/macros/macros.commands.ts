import type { Macro, macroBody } from '@madoguchi/contract/macros.ts';
import type { z } from 'zod';
import { columnsOfOwner } from '../../canned-responses/folders/owner.commands.ts';
import { isForAgent } from '../../canned-responses/owners.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { macroCreated, macroRemoved, macroUpdated } from './macros.events.ts';
import { toMacro } from './macros.queries.ts';

export type MacroWish = z.output<typeof macroBody>;
/** own: only what nobody else sees may be touched, and it stays so. */
export type Reach = 'any' | 'own';

/** @throws ownerRefused · folderGone */
export async function createMacro(ctx: Ctx, wish: MacroWish): Promise<Macro> {
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now();
    const row = await tx
      .insertInto('macros')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('mac'),
        ...(await columnsOf(ctx, tx, wish)),
        created_at: now,
        updated_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const made = toMacro(row);
    await ctx.append(tx, macroCreated({ macroId: row.id, name: toldName(made) }));
    return made;
  });
}

/** Replaces a macro; the same again writes no fact. @throws notFound, also for what the agent may not see · ownerRefused · folderGone */
export async function updateMacro(ctx: Ctx, id: string, wish: MacroWish, reach: Reach): Promise<Macro> {
  return ctx.transaction(async (tx) => {
    const before = await locked(ctx, tx, id, reach);
    const row = await tx
      .updateTable('macros')
      .set({ ...(await columnsOf(ctx, tx, wish)), updated_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const after = toMacro(row);
    if (JSON.stringify(after) !== JSON.stringify(before)) await ctx.append(tx, macroUpdated({ macroId: id, name: toldName(after) }));
    return after;
  });
}

/** Removes a macro; what it did stays done. @throws notFound, also for one that is removed already */
export async function removeMacro(ctx: Ctx, id: string, reach: Reach): Promise<void> {
  await ctx.transaction(async (tx) => {
    const macro = await locked(ctx, tx, id, reach);
    await tx.deleteFrom('macros').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, macroRemoved({ macroId: id, name: toldName(macro) }));
  });
}

const toldName = ({ owner, name }: Macro): string => (owner === 'private' ? '' : name);

async function locked(ctx: Ctx, tx: Tx, id: string, reach: Reach): Promise<Macro> {
  const row = await tx
    .selectFrom('macros')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where(isForAgent(ctx, 'macros', reach === 'any'))
    .forUpdate()
    .executeTakeFirst();
  if (!row || (reach === 'own' && row.owner !== 'private')) throw notFound();
  return toMacro(row);
}

const columnsOf = async (ctx: Ctx, tx: Tx, { name, actions, channels, inboxIds, ...whose }: MacroWish) => ({
  name: name.trim(),
  actions: JSON.stringify(actions),
  channels,
  inbox_ids: inboxIds,
  ...(await columnsOfOwner(ctx, tx, 'macro', whose)),
});
