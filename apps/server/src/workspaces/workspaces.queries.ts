import type { Workspace } from '@madoguchi/contract/workspaces.ts';
import type { Selectable } from 'kysely';
import { makeShortCache } from '../platform/cache/short-cache.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { WorkspacesTable } from './workspaces.tables.ts';

/** Ids are unique across installations, so one cache serves every database of a process. */
const settingsCache = makeShortCache<Workspace>({ ttlMs: 5000, max: 1000 });

/**
 * The settings of the viewer's workspace, at most five seconds old. Inside a transaction hand it over, so that a miss does not take
 * a second connection.
 */
export const workspaceSettings = (ctx: Ctx, tx?: Tx): Promise<Workspace> =>
  settingsCache.get(ctx.viewer.workspaceId, () =>
    tx ? readWorkspace(tx, ctx.viewer.workspaceId) : ctx.transaction((own) => readWorkspace(own, ctx.viewer.workspaceId)),
  );

export const forgetSettings = (workspaceId: string): void => settingsCache.drop(workspaceId);

/** The settings as they are in this transaction. @throws notFound */
export async function readWorkspace(tx: Tx, workspaceId: string): Promise<Workspace> {
  const row = await tx.selectFrom('workspaces').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();
  if (!row) throw notFound();
  return toWorkspace(row);
}

export const toWorkspace = (row: Selectable<WorkspacesTable>): Workspace => ({
  id: row.workspace_id,
  name: row.name,
  locale: row.locale === 'en' ? 'en' : 'ja',
  timezone: row.timezone,
  businessHours: row.business_hours,
  color: row.color,
  greeting: row.greeting,
  replyMinutes: row.reply_minutes,
  undoSendSeconds: row.undo_send_seconds,
  answersRight: row.answers_right,
  maskNumbers: row.mask_numbers,
});
