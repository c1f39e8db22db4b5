import type { Platform } from '../../platform/ctx.ts';
import type { InboxToCall } from '../port/calls.ts';

/** `version` changes with its settings. */
export type Standing = InboxToCall & { version: string; isFailing: boolean };

/** The running inboxes of these channels, which stand in connection, with all that whoever keeps one connected has to know of it. */
export async function standingInboxes({ db }: Pick<Platform, 'db'>, channels: readonly string[]): Promise<Standing[]> {
  if (channels.length === 0) return [];
  const rows = await db.directory((tx) =>
    tx
      .selectFrom('inboxes as i')
      .innerJoin('channel_settings as s', (join) => join.onRef('s.workspace_id', '=', 'i.workspace_id').onRef('s.inbox_id', '=', 'i.id'))
      .leftJoin('inbox_health as h', (join) => join.onRef('h.workspace_id', '=', 'i.workspace_id').onRef('h.inbox_id', '=', 'i.id'))
      .select(['i.workspace_id', 'i.id', 'i.name', 'i.key', 'i.channel', 's.updated_at', 'h.failure'])
      .where('i.channel', 'in', channels)
      .where('i.paused_at', 'is', null)
      .where('i.removed_at', 'is', null)
      .execute(),
  );
  return rows.map(({ workspace_id, updated_at, failure, ...row }) => ({
    ...row,
    workspaceId: workspace_id,
    version: updated_at.toISOString(),
    isFailing: failure !== null,
  }));
}
