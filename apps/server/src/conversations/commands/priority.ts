import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { conversationPrioritized } from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changeConversation, lockConversation, subjectsOf } from './lock.ts';

/** Sets how soon a conversation should be looked at. Setting the priority it has changes nothing. @throws notFound */
export const setPriority = (ctx: Ctx, conversationId: string, priority: Priority): Promise<void> =>
  ctx.transaction(async (tx) => setPriorityLocked(ctx, tx, await lockConversation(ctx, tx, conversationId), priority));

/** The same for a conversation that the caller has locked. */
export async function setPriorityLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, priority: Priority): Promise<void> {
  if (conversation.priority === priority) return;
  await changeConversation(ctx, tx, conversation.id, { priority });
  await ctx.append(tx, conversationPrioritized({ from: conversation.priority as Priority, to: priority }), subjectsOf(conversation));
}
