import type { InboxHealth } from '@madoguchi/contract/channels.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { listInboxes } from '../../workspaces/inboxes.queries.ts';
import { CERTIFICATE_ENDS, certificateEndsAt } from './certificate-ends.ts';
import { type HealthFigures, healthState, healthWarning } from './health.rules.ts';

type Row = HealthFigures & {
  inbox_id: string;
  paused_by: string | null;
  paused_at: Date | null;
  last_out_at: Date | null;
  failure_detail: string | null;
  failing_since: Date | null;
  received: number;
  sent: number;
  notes: Record<string, string | number>;
};

const DAY_MS = 24 * 3_600_000;
/** Of the messenger and the form, so many of the latest conversations are looked through. */
const COUNTED = 2000;

/** How each inbox is that the viewer may see, in one query beside the list of them. */
export async function listHealth(ctx: Ctx, tx: Tx): Promise<InboxHealth[]> {
  const inboxes = await listInboxes(ctx, tx);
  const dayAgo = new Date(ctx.clock.now().getTime() - DAY_MS);
  const { rows } = await sql<Row>`
    select i.id as inbox_id, i.paused_by, i.paused_at, coalesce(h.last_in_at, own.last_in_at) as last_in_at, coalesce(h.last_out_at, own.last_out_at) as last_out_at, h.last_proof_at, h.proof_sent_at, h.oldest_unread_at, h.token_expires_at,
      ${certificateEndsAt} as certificate_ends_at,
      h.failure, h.failure_detail, h.failing_since, jsonb_strip_nulls(coalesce(h.notes, '{}'::jsonb) - 'memory' - ${CERTIFICATE_ENDS}::text) as notes,
      coalesce(f.received, own.received, 0)::int as received, coalesce(f.sent, own.sent, 0)::int as sent, coalesce(f.failed, 0)::int as failed,
      (select count(*) from payloads p where p.workspace_id = i.workspace_id and p.inbox_id = i.id and p.state = 'failed')::int as unparsed,
      (select count(*) from deliveries d where d.workspace_id = i.workspace_id and d.inbox_id = i.id and d.state in ('queued', 'sending'))::int as queued
    from inboxes i
    left join inbox_health h on h.workspace_id = i.workspace_id and h.inbox_id = i.id
    left join lateral (
      select sum(received) as received, sum(sent) as sent, sum(failed) as failed from inbox_hours n
      where n.workspace_id = i.workspace_id and n.inbox_id = i.id and n.hour > ${dayAgo}
    ) f on true
    -- Messenger and form speak with this server itself: what they brought is their proof, and is counted where it lies.
    left join lateral (
      select max(m.created_at) filter (where m.author_kind = 'customer') as last_in_at,
        max(m.created_at) filter (where m.author_kind <> 'customer') as last_out_at,
        count(*) filter (where m.author_kind = 'customer' and m.created_at > ${dayAgo}) as received,
        count(*) filter (where m.author_kind <> 'customer' and m.created_at > ${dayAgo}) as sent
      from (
        select c.id from conversations c where i.channel in ('chat', 'form') and c.workspace_id = i.workspace_id and c.inbox_id = i.id
        order by c.last_activity_at desc limit ${COUNTED}
      ) latest
      join messages m on m.workspace_id = i.workspace_id and m.conversation_id = latest.id and m.kind = 'message' and m.delivery = 'sent'
    ) own on true
    where i.workspace_id = ${ctx.viewer.workspaceId} and i.removed_at is null`.execute(tx);
  const byId = new Map(rows.map((row) => [row.inbox_id, row]));
  return inboxes.flatMap((inbox) => {
    const row = byId.get(inbox.id);
    if (!row) return [];
    const shown = healthState({ ...row, paused: inbox.paused }, ctx.clock.now());
    return [
      {
        inbox,
        state: shown.state,
        pausedBy: row.paused_by,
        pausedAt: timeOf(row.paused_at),
        lastInAt: timeOf(row.last_in_at),
        lastOutAt: timeOf(row.last_out_at),
        lastProofAt: timeOf(row.last_proof_at),
        oldestUnreadAt: timeOf(row.oldest_unread_at),
        tokenExpiresAt: timeOf(row.token_expires_at),
        certificateEndsAt: timeOf(row.certificate_ends_at),
        failure: shown.failure,
        failureDetail: row.failure_detail,
        warning: healthWarning(row, shown.state, ctx.clock.now()),
        failingSince: timeOf(row.failing_since),
        received: row.received,
        sent: row.sent,
        failed: row.failed,
        unparsed: row.unparsed,
        queued: row.queued,
        notes: row.notes,
      },
    ];
  });
}

const timeOf = (at: Date | string | null): string | null => (at ? new Date(at).toISOString() : null);
