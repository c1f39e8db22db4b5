import type { Platform } from '../../platform/ctx.ts';
import type { InboxToCall } from '../port/calls.ts';

/** The inboxes of these channels in all workspaces: neither paused nor removed. */
export async function runningInboxes({ db }: Pick<Platform, 'db'>, channels: readonly string[]): Promise<InboxToCall[]> {
  if (channels.length === 0) return [];
  const rows = await db.directory((tx) =>
    tx
      .selectFrom('inboxes')
      .select(['workspace_id', 'id', 'name', 'key', 'channel'])
      .where('channel', 'in', channels)
      .where('paused_at', 'is', null)
      .where('removed_at', 'is', null)
      .execute(),
  );
  return rows.map(({ workspace_id, ...row }) => ({ ...row, workspaceId: workspace_id }));
}
