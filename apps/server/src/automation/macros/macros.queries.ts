import type { Action } from '@madoguchi/contract/actions.ts';
import type { Macro } from '@madoguchi/contract/macros.ts';
import type { Owner } from '@madoguchi/contract/text-folders.ts';
import type { Selectable } from 'kysely';
import { isForAgent } from '../../canned-responses/owners.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { MacrosTable } from './macros.tables.ts';

const LATELY_MS = 90 * 86_400_000;

/** The macros that the agent may run, by name. `all`: of every team; private ones of others never. */
export async function listMacros(ctx: Ctx, tx: Tx, all = false): Promise<Macro[]> {
  const rows = await tx
    .selectFrom('macros')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where(isForAgent(ctx, 'macros', all))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toMacro);
}

/** One that the agent may run. @throws notFound */
export async function macroForAgent(ctx: Ctx, tx: Tx, id: string): Promise<Macro> {
  const row = await tx
    .selectFrom('macros')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where(isForAgent(ctx, 'macros'))
    .executeTakeFirst();
  if (!row) throw notFound();
  return toMacro(row);
}

/** How often macros were run in the last 90 days. */
export async function macroUsage(tx: Tx, workspaceId: string, now: Date): Promise<{ id: string; used: number; lastUsedAt: string }[]> {
  const rows = await tx
    .selectFrom('macro_runs')
    .select((eb) => ['macro_id', eb.fn.countAll<number>().as('used'), eb.fn.max('ran_at').as('last')])
    .where('workspace_id', '=', workspaceId)
    .where('ran_at', '>=', new Date(now.getTime() - LATELY_MS))
    .groupBy('macro_id')
    .execute();
  return rows.map(({ macro_id, used, last }) => ({ id: macro_id, used, lastUsedAt: last.toISOString() }));
}

export const toMacro = (row: Selectable<MacrosTable>): Macro => ({
  id: row.id,
  name: row.name,
  actions: row.actions as Action[],
  channels: row.channels,
  inboxIds: row.inbox_ids,
  owner: row.owner as Owner,
  teamId: row.team_id,
  folderId: row.folder_id,
});
