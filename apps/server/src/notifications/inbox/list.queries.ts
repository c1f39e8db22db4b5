import type { Notification, NotificationKind, UnreadNotifications } from '@madoguchi/contract/notifications.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';

const EXCERPT = 140;

/**
 * Notifications of an agent with what they are about. The conversation is joined behind the fence of whoever asks: what they may not see now
 * is not there, whenever they were told of it.
 */
export const notificationsOf = (tx: Tx, workspaceId: string, agentId: string) =>
  tx
    .selectFrom('notifications as n')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'n.workspace_id').onRef('c.id', '=', 'n.conversation_id'))
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .innerJoin('customers as p', (join) => join.onRef('p.workspace_id', '=', 'u.workspace_id').onRef('p.id', '=', 'u.person_id'))
    .leftJoin('messages as m', (join) => join.onRef('m.workspace_id', '=', 'n.workspace_id').onRef('m.id', '=', 'n.message_id'))
    .select(['n.id', 'n.kind', 'n.count', 'n.last_at', 'n.read_at', 'n.mailed_at', 'n.actor_name', 'n.inbox_id', 'n.message_id'])
    .select(['c.id as conversation_id', 'c.number', 'c.subject', 'c.channel', 'm.author_kind'])
    .select(sql<string>`coalesce(nullif(p.name, ''), u.name)`.as('customer_name'))
    .select(sql<string>`left(coalesce(m.text, ''), ${sql.lit(EXCERPT)})`.as('excerpt'))
    .where('n.workspace_id', '=', workspaceId)
    .where('n.agent_id', '=', agentId);

export type NotificationRow = Awaited<ReturnType<ReturnType<typeof notificationsOf>['execute']>>[number];

const present = (row: NotificationRow): Notification => ({
  id: row.id,
  kind: row.kind as NotificationKind,
  count: row.count,
  at: row.last_at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
  actorName: row.author_kind === 'customer' ? row.customer_name : row.actor_name,
  conversation: {
    id: row.conversation_id,
    number: row.number,
    subject: row.subject,
    channel: row.channel,
    customerName: row.customer_name,
  },
  excerpt: row.excerpt.replace(/\s+/g, ' ').trim(),
});

type Wish = { only?: 'unread'; cursor?: string; limit: number };

/** A page of what an agent was told in the desk, the newest first. */
export async function listNotifications(tx: Tx, workspaceId: string, agentId: string, { only, cursor, limit }: Wish) {
  const after = readKeyset(cursor);
  let query = notificationsOf(tx, workspaceId, agentId)
    .where('n.in_desk', '=', true)
    .orderBy('n.last_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1);
  if (only) query = query.where('n.read_at', 'is', null);
  if (after) query = query.where(sql<boolean>`(n.last_at, n.id) < (${after.at}, ${after.id})`);
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(present), nextCursor: last ? keysetOf(last.last_at, last.id) : null };
}

const MOST = 200;

/** How many they have not read, and of which conversations. */
export async function unreadOf(tx: Tx, workspaceId: string, agentId: string): Promise<UnreadNotifications> {
  const rows = await tx
    .selectFrom('notifications as n')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'n.workspace_id').onRef('c.id', '=', 'n.conversation_id'))
    .select('n.conversation_id')
    .where('n.workspace_id', '=', workspaceId)
    .where('n.agent_id', '=', agentId)
    .where('n.read_at', 'is', null)
    .where('n.in_desk', '=', true)
    .orderBy('n.last_at', 'desc')
    .limit(1000)
    .execute();
  return { unread: rows.length, conversationIds: [...new Set(rows.map(({ conversation_id }) => conversation_id))].slice(0, MOST) };
}
