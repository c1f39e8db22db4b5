import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { lockConversation, subjectsOf } from '../commands/lock.ts';
import { messageUnscheduled, messageWithdrawn } from '../conversations.events.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';

/** Whether the customer wrote after a held reply was written, here or in what this one went on in. */
export async function customerWroteSince(ctx: Ctx, tx: Tx, conversation: ConversationRow, held: MessageRow): Promise<boolean> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', 'in', [conversation.id, ...(conversation.merged_into ? [conversation.merged_into] : [])])
    .where('author_kind', '=', 'customer')
    .where('created_at', '>', held.created_at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a scheduled reply back because the customer wrote: told apart from one that its author took back. */
export async function unschedule(ctx: Ctx, tx: Tx, conversation: ConversationRow, held: Pick<MessageRow, 'id' | 'seq'>): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ delivery: 'withdrawn', held_until: null })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', held.id)
    .execute();
  const subject = { messageId: held.id, seq: held.seq };
  await ctx.append(tx, messageWithdrawn(subject), subjectsOf(conversation));
  await ctx.append(tx, messageUnscheduled({ ...subject, because: 'customer_wrote' }), subjectsOf(conversation));
}

/** After a word of the customer's: replies that were to go out only without one are taken back. Bears a repetition. */
export async function unscheduleAnswered(ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const held = () =>
      tx
        .selectFrom('messages')
        .selectAll()
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('conversation_id', 'in', (eb) =>
          eb
            .selectFrom('conversations as c')
            .select('c.id')
            .where('c.workspace_id', '=', ctx.viewer.workspaceId)
            .where(sql<boolean>`(c.id = ${conversationId} or c.merged_into = ${conversationId})`),
        )
        .where('delivery', '=', 'held')
        .where('unless_reply', '=', true)
        .orderBy('conversation_id')
        .orderBy('seq')
        .execute();
    if ((await held()).length === 0) return;
    const ids = [...new Set((await held()).map(({ conversation_id }) => conversation_id))].sort();
    const locked = new Map<string, ConversationRow>();
    for (const id of ids) locked.set(id, await lockConversation(ctx, tx, id));
    for (const message of await held()) {
      const conversation = locked.get(message.conversation_id);
      if (conversation && (await customerWroteSince(ctx, tx, conversation, message))) await unschedule(ctx, tx, conversation, message);
    }
  });
}
