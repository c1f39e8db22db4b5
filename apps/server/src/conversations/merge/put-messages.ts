import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';

/** What was said in a conversation, notes left out, oldest first. */
export const saidIn = (ctx: Ctx, tx: Tx, conversationId: string): Promise<MessageRow[]> =>
  tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'message')
    .where('delivery', '<>', 'withdrawn')
    .orderBy('seq')
    .execute();

/** Puts messages into another conversation, at these places. */
export async function putMessages(
  ctx: Ctx,
  tx: Tx,
  into: Pick<ConversationRow, 'id' | 'inbox_id'>,
  places: readonly { id: string; seq: number }[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update messages m set conversation_id = ${into.id}, inbox_id = ${into.inbox_id}, seq = p.seq
    from unnest(${places.map(({ id }) => id)}::text[], ${places.map(({ seq }) => seq)}::int[]) as p (id, seq)
    where m.workspace_id = ${ctx.viewer.workspaceId} and m.id = p.id`.execute(tx);
}
