import type { Tx } from '../../platform/db/db.ts';
import type { Settings } from '../channel.ts';
import type { Channels } from '../channels.registry.ts';

type Inbox = { inbox_id: string; channel: string };
/** Our own name on a line, by the inbox and what is kept with the line; null where there is nothing to tell apart. */
export type SenderOf = (inbox: Inbox, state: unknown) => string | null;

/** Reads what tells, for these inboxes, under which of our names a reply goes out. Secrets are not read. */
export async function readSenders(tx: Tx, channels: Channels, workspaceId: string, inboxes: readonly Inbox[]): Promise<SenderOf> {
  const settings = new Map<string, Settings>();
  for (const { inbox_id, channel } of inboxes) {
    const kind = channels.byName(channel);
    if (!kind?.sender || settings.has(inbox_id)) continue;
    const row = await tx
      .selectFrom('channel_settings')
      .select('settings')
      .where('workspace_id', '=', workspaceId)
      .where('inbox_id', '=', inbox_id)
      .executeTakeFirst();
    settings.set(inbox_id, { ...(row?.settings as Settings), ...(await kind.more?.(tx, workspaceId, inbox_id)) });
  }
  return ({ inbox_id, channel }, state) => {
    const known = settings.get(inbox_id);
    return (known && channels.byName(channel)?.sender?.(known, state as Record<string, unknown>)) || null;
  };
}
