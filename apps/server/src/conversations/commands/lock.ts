import { sql } from 'kysely';
import type { Place } from '../../agents/roles/rights.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';

/** The conversation, locked until the transaction ends. @throws notFound when the viewer may not see it */
export async function lockConversation(ctx: Ctx, tx: Tx, id: string): Promise<ConversationRow> {
  const row = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  await keepInHand(ctx, tx, id);
  return row;
}

/**
 * Lets somebody whose sight is narrowed go on seeing a conversation until this transaction ends, whoever has it by then: they give away what they
 * could see. Only for one that they have just seen, or open themselves.
 */
export async function keepInHand(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  if (!ctx.viewer.sight) return;
  await sql`select set_config('app.held', concat_ws(',', nullif(current_setting('app.held', true), ''), ${id}::text), true)`.execute(tx);
}

/** Who has a conversation. */
export const holderOf = (row: ConversationRow) => ({ agentId: row.assignee_agent_id, teamId: row.assignee_team_id });

/** Where a conversation stands, for who sees it there. */
export const placeOf = (row: ConversationRow): Place => ({
  inboxId: row.inbox_id,
  ...holderOf(row),
});

export const subjectsOf = (row: ConversationRow) => ({ inboxId: row.inbox_id, conversationId: row.id, customerId: row.customer_id });

/** The message already written under this external id, for a repeated request. */
export async function messageByExternalId(ctx: Ctx, tx: Tx, inboxId: string, externalId: string): Promise<MessageRow | undefined> {
  return tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', inboxId)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
}

/** Changes columns of a locked conversation and returns it as it is then. */
export async function changeConversation(
  ctx: Ctx,
  tx: Tx,
  id: string,
  change: Partial<Omit<ConversationRow, 'workspace_id' | 'id' | 'turn'>>,
): Promise<ConversationRow> {
  return tx
    .updateTable('conversations')
    .set(change)
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
