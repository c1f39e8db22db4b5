import type { Offer } from '@madoguchi/contract/routing.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

/** To whom some conversations are offered now, by conversation. */
export async function offeredAmong(tx: Tx, workspaceId: string, conversationIds: readonly string[]): Promise<Map<string, string>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('offers')
    .select(['conversation_id', 'agent_id'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', conversationIds)
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.conversation_id, row.agent_id]));
}

/** What is offered to an agent now, the first to end first. */
export async function openOffersTo(ctx: Ctx, tx: Tx, agentId: string): Promise<Offer[]> {
  const rows = await tx
    .selectFrom('offers as o')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'o.workspace_id').onRef('c.id', '=', 'o.conversation_id'))
    .innerJoin('routings as r', (join) =>
      join.onRef('r.workspace_id', '=', 'o.workspace_id').onRef('r.conversation_id', '=', 'o.conversation_id'),
    )
    .innerJoin('queues as q', (join) => join.onRef('q.workspace_id', '=', 'o.workspace_id').onRef('q.id', '=', 'o.queue_id'))
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .select(['o.id', 'o.why', 'o.made_at', 'o.expires_at', 'q.name as queue_name', 'u.name as customer_name'])
    .select(['c.id as conversation_id', 'c.number', 'c.subject', 'c.preview', 'c.channel', 'c.waiting_since', 'c.priority', 'r.difficulty'])
    .where('o.workspace_id', '=', ctx.viewer.workspaceId)
    .where('o.agent_id', '=', agentId)
    .where('o.ended_at', 'is', null)
    .orderBy('o.expires_at')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    conversation: {
      id: row.conversation_id,
      number: row.number,
      subject: row.subject,
      preview: row.preview,
      channel: row.channel,
      customerName: row.customer_name,
      waitingSince: row.waiting_since?.toISOString() ?? null,
      priority: row.priority as Offer['conversation']['priority'],
      difficulty: row.difficulty as Offer['conversation']['difficulty'],
    },
    queueName: row.queue_name,
    why: row.why,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}
