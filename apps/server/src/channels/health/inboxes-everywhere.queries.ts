import type { ChannelFailure, InboxHealth } from '@madoguchi/contract/channels.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { type HealthFigures, healthState } from './health.rules.ts';

export type InboxStanding = {
  workspaceId: string;
  inboxId: string;
  name: string;
  channel: string;
  state: InboxHealth['state'];
  failure: ChannelFailure | null;
  /** Since when, where a failure was written down; what is only found by its figures has no beginning. */
  failingSince: Date | null;
  tokenExpiresAt: Date | null;
  oldestUnreadAt: Date | null;
};

type Row = Omit<HealthFigures, 'unparsed' | 'queued' | 'certificate_ends_at'> & {
  workspace_id: string;
  id: string;
  name: string;
  channel: string;
  paused: boolean;
  failing_since: Date | null;
};

const dateOf = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

/** How the inboxes of all workspaces are, as the health page says it of each. In a transaction of the directory. */
export async function inboxesEverywhere(tx: Tx, now: Date): Promise<InboxStanding[]> {
  const { rows } = await sql<Row>`
    select i.workspace_id, i.id, i.name, i.channel, i.paused_at is not null as paused, h.last_in_at, h.last_proof_at, h.proof_sent_at,
      h.oldest_unread_at, h.token_expires_at, h.failure, h.failing_since, coalesce(f.sent, 0)::int as sent, coalesce(f.failed, 0)::int as failed
    from inboxes i
    left join inbox_health h on h.workspace_id = i.workspace_id and h.inbox_id = i.id
    left join lateral (
      select sum(sent) as sent, sum(failed) as failed from inbox_hours n
      where n.workspace_id = i.workspace_id and n.inbox_id = i.id and n.hour > ${now}::timestamptz - interval '24 hours'
    ) f on true
    where i.removed_at is null`.execute(tx);
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    inboxId: row.id,
    name: row.name,
    channel: row.channel,
    ...healthState({ ...row, certificate_ends_at: null, unparsed: 0, queued: 0 }, now),
    failingSince: dateOf(row.failing_since),
    tokenExpiresAt: dateOf(row.token_expires_at),
    oldestUnreadAt: dateOf(row.oldest_unread_at),
  }));
}
