import type { Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { InboxToCall } from './calls.ts';

/** The inbox a lane works for. Also a removed one: what came in before is taken in all the same. */
export async function inboxToCall({ db }: Platform, workspaceId: string, inboxId: string): Promise<InboxToCall> {
  const row = await db.as(systemViewer(workspaceId), (tx) =>
    tx
      .selectFrom('inboxes')
      .select(['id', 'name', 'key', 'channel'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', inboxId)
      .executeTakeFirstOrThrow(),
  );
  return { ...row, workspaceId };
}
