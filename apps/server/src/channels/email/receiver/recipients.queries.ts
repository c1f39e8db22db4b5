import { sql } from 'kysely';
import type { Platform } from '../../../platform/ctx.ts';
import { messageOfPlusAddress, withoutMark } from '../message-ids.rules.ts';

/** An inbox that has mail for an address brought to this server. `address`: as it was written on the envelope, in lower case. */
export type Recipient = { workspaceId: string; inboxId: string; paused: boolean; address: string };

type Row = { workspace_id: string; id: string; key: string; paused: boolean; address: string };

/**
 * The inboxes that an address of an envelope belongs to: by their main address, a further one, or a reply address that they signed
 * themselves. In a transaction of the directory, as no workspace is known yet. @throws when the database cannot be asked
 */
export async function recipientsOf({ db }: Pick<Platform, 'db'>, written: string): Promise<Recipient[]> {
  const address = written.toLowerCase();
  const bare = withoutMark(address);
  const rows = await db.directory(async (tx) => {
    const found = await sql<Row>`
      select i.workspace_id, i.id, i.key, i.paused_at is not null as paused, one.address
      from (
        select workspace_id, inbox_id, receiver_address as address from channel_settings where receiver_address in (${address}, ${bare})
        union
        select a.workspace_id, a.inbox_id, a.address from mail_addresses a
        join channel_settings s on s.workspace_id = a.workspace_id and s.inbox_id = a.inbox_id and s.receiver_address is not null
        where a.address in (${address}, ${bare})
      ) one
      join inboxes i on i.workspace_id = one.workspace_id and i.id = one.inbox_id
      where i.channel = 'email' and i.removed_at is null
      order by i.workspace_id, i.id`.execute(tx);
    return found.rows;
  });
  const own = rows.filter((row) => row.address === address || messageOfPlusAddress(row.key, address) !== null);
  const byInbox = new Map(own.map((row) => [row.id, row]));
  return [...byInbox.values()].map(({ workspace_id, id, paused }) => ({ workspaceId: workspace_id, inboxId: id, paused, address }));
}
