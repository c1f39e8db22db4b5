import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/db.ts';

export type Waiting = { channel: string; queued: number; oldestQueuedAt: Date | null; unread: number; unreadable: number };

/** What waits, by channel, in all workspaces: messages to go out, payloads nobody has read yet, and those nobody could read. */
export async function waitingByChannel(tx: Tx): Promise<Waiting[]> {
  const { rows } = await sql<{ channel: string; what: string; count: number; oldest: Date | null }>`
    select i.channel, w.what, count(*)::int as count, min(w.since) as oldest from (
      select workspace_id, inbox_id, 'queued' as what, created_at as since from deliveries where state in ('queued', 'sending')
      union all
      select workspace_id, inbox_id, 'waiting', received_at from payloads where state = 'waiting'
      union all
      select workspace_id, inbox_id, 'failed', received_at from payloads where state = 'failed'
    ) w
    join inboxes i on i.workspace_id = w.workspace_id and i.id = w.inbox_id
    group by 1, 2`.execute(tx);
  return [...Map.groupBy(rows, ({ channel }) => channel)].map(([channel, of]) => {
    const found = (what: string) => of.find((row) => row.what === what);
    const queued = found('queued');
    return {
      channel,
      queued: queued?.count ?? 0,
      oldestQueuedAt: queued?.oldest ? new Date(queued.oldest) : null,
      unread: found('waiting')?.count ?? 0,
      unreadable: found('failed')?.count ?? 0,
    };
  });
}

export type Totals = { channel: string; received: number; sent: number; failed: number };

/** Messages by channel since `from`; those before `settled`, which will not change any more, apart from the rest. */
export async function totalsByChannel(tx: Tx, from: Date, settled: Date): Promise<{ settled: Totals[]; recent: Totals[] }> {
  const { rows } = await sql<Totals & { is_settled: boolean }>`
    select i.channel, n.hour < ${settled} as is_settled, sum(n.received)::float8 as received, sum(n.sent)::float8 as sent,
      sum(n.failed)::float8 as failed
    from inbox_hours n join inboxes i on i.workspace_id = n.workspace_id and i.id = n.inbox_id
    where n.hour >= ${from} group by 1, 2`.execute(tx);
  return { settled: rows.filter((row) => row.is_settled), recent: rows.filter((row) => !row.is_settled) };
}
