import type { Approval } from '@madoguchi/contract/approvals.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { mayDecide } from './approvals.rules.ts';
import { hasPermission, isNamed } from './decide/approvers.queries.ts';

const MOST = 50;

/** The replies of a conversation that had to be approved, the latest first, as whoever asks may treat them. */
export async function approvalsOf(ctx: Ctx, tx: Tx, conversationId: string): Promise<Approval[]> {
  const { workspaceId } = ctx.viewer;
  const rows = await tx
    .selectFrom('approvals as a')
    .innerJoin('messages as m', (join) => join.onRef('m.workspace_id', '=', 'a.workspace_id').onRef('m.id', '=', 'a.message_id'))
    .selectAll('a')
    .select(
      sql<boolean>`exists (select from messages x where x.workspace_id = m.workspace_id and x.conversation_id = m.conversation_id
        and x.author_kind = 'customer' and x.created_at > a.asked_at)`.as('customer_wrote'),
    )
    .where('a.workspace_id', '=', workspaceId)
    .where('m.conversation_id', '=', conversationId)
    .orderBy('a.asked_at', 'desc')
    .limit(MOST)
    .execute();
  if (rows.length === 0) return [];
  const agentId = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  const may = agentId !== null && (await hasPermission(tx, workspaceId, agentId));
  const items: Approval[] = [];
  for (const row of rows) {
    const waiting = row.state === 'waiting';
    const named = waiting && agentId !== null && (await isNamed(tx, workspaceId, agentId, row));
    items.push({
      id: row.id,
      messageId: row.message_id,
      ruleName: row.rule_name,
      state: row.state as Approval['state'],
      authorId: row.author_id,
      askedAt: row.asked_at.toISOString(),
      overdueAt: row.overdue_at.toISOString(),
      escalated: row.escalated_at !== null,
      decidedAt: row.decided_at?.toISOString() ?? null,
      decidedBy: row.decided_by_name,
      comment: row.comment,
      originalText: row.original_text,
      customerWrote: row.customer_wrote,
      mayDecide: waiting && mayDecide({ id: agentId, hasPermission: may, named }, row.author_id),
    });
  }
  return items;
}
