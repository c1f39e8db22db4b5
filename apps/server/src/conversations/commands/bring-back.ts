import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { conversationWoken } from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changeConversation, subjectsOf } from './lock.ts';
import { reopenAsSystem } from './reopen.ts';

/** Brings a locked conversation back before whoever has it, because something they waited for is there: awake, open, and on top of the list. */
export async function bringBack(ctx: Ctx, tx: Tx, conversation: ConversationRow, because: 'side_answer'): Promise<void> {
  const awake = await changeConversation(ctx, tx, conversation.id, {
    snoozed_at: null,
    snoozed_until: null,
    last_activity_at: ctx.clock.now(),
  });
  if (conversation.snoozed_at) await ctx.append(tx, conversationWoken({ because }), subjectsOf(conversation));
  await reopenAsSystem(ctx, tx, awake, because);
}
