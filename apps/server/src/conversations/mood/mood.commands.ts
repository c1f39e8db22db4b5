import type { Ctx } from '../../platform/ctx.ts';
import { changeConversation, lockConversation, subjectsOf } from '../commands/lock.ts';
import { conversationMoodCorrected } from '../conversations.events.ts';

/** A person says that the customer is not so; the next words are judged anew. Without a mood nothing happens. @throws notFound */
export async function takeMoodAway(ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    if (conversation.mood === null) return;
    await changeConversation(ctx, tx, conversationId, { mood: null, mood_words: [] });
    await ctx.append(tx, conversationMoodCorrected({ was: conversation.mood as 'angry' | 'displeased' }), subjectsOf(conversation));
  });
}
