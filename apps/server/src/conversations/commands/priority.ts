import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { conversationPrioritized } from '../conversations.events.ts';
import { changeConversation, lockConversation, subjectsOf } from './lock.ts';

/** Sets how soon a conversation should be looked at. Setting the priority it has changes nothing. @throws notFound */
export async function setPriority(ctx: Ctx, conversationId: string, priority: Priority): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    if (conversation.priority === priority) return;
    await changeConversation(ctx, tx, conversationId, { priority });
    await ctx.append(tx, conversationPrioritized({ from: conversation.priority as Priority, to: priority }), subjectsOf(conversation));
  });
}
