import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { conversationMarkedSpam, conversationUnmarkedSpam, messageWithdrawn } from '../conversations.events.ts';
import type { ConversationRow, SpamReasons, SpamVerdict } from '../conversations.types.ts';
import { changeConversation, lockConversation, subjectsOf } from './lock.ts';

/** Who takes their own word back within so long made a slip of the hand. */
const UNDO_MS = 60_000;

const NO_REASONS: SpamReasons = { score: null, words: [], signs: [], block: null };

export const spamColumns = ({ by, ...because }: SpamVerdict, at: Date) => ({
  spam_by: by,
  spam_at: at,
  spam_because: JSON.stringify(because),
  not_spam_at: null,
});

export const spamFact = ({ by, score, block }: SpamVerdict) => conversationMarkedSpam({ by, score, blockId: block?.id ?? null });

/**
 * An agent says that a conversation is spam. What is still held goes out no more. Spam already: nothing more happens.
 * @param block the entry by which its sender was blocked along with it
 * @throws notFound
 */
export async function markSpam(ctx: Ctx, conversationId: string, block: SpamReasons['block'] = null): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    await markSpamIn(ctx, tx, conversation, { ...NO_REASONS, by: 'agent', block });
  });
}

/** The same on a lock that the caller holds, by anybody's word. What a person said is none, no machine marks again. */
export async function markSpamIn(ctx: Ctx, tx: Tx, conversation: ConversationRow, verdict: SpamVerdict): Promise<void> {
  if (conversation.turn === 'spam' || (conversation.not_spam_at && verdict.by !== 'agent')) return;
  await changeConversation(ctx, tx, conversation.id, spamColumns(verdict, ctx.clock.now()));
  await withdrawHeld(ctx, tx, conversation);
  await ctx.append(tx, spamFact(verdict), subjectsOf(conversation));
}

/**
 * A person says that a conversation is none. It is back where it would have been, and whoever has it takes it up: who waits for people
 * waits from now on. No spam: nothing happens. @throws notFound
 */
export async function unmarkSpam(ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => unmarkSpamIn(ctx, tx, await lockConversation(ctx, tx, conversationId)));
}

/** The same on a lock that the caller holds. */
export async function unmarkSpamIn(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  if (conversation.turn !== 'spam') return;
  const now = ctx.clock.now();
  const waits = conversation.status === 'open' && conversation.waiting_since !== null && conversation.handled_by === 'human';
  await changeConversation(ctx, tx, conversation.id, {
    not_spam_at: now,
    ...(waits && !conversation.agent_acted_at ? { handed_off_at: now } : {}),
  });
  const was = conversation.spam_by as SpamVerdict['by'];
  const undone = was === 'agent' && now.getTime() - conversation.spam_at!.getTime() <= UNDO_MS;
  await ctx.append(tx, conversationUnmarkedSpam({ was, undone }), subjectsOf(conversation));
}

async function withdrawHeld(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  const withdrawn = await tx
    .updateTable('messages')
    .set({ delivery: 'withdrawn', held_until: null })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversation.id)
    .where('delivery', '=', 'held')
    .returning(['id', 'seq'])
    .execute();
  for (const { id, seq } of withdrawn) await ctx.append(tx, messageWithdrawn({ messageId: id, seq }), subjectsOf(conversation));
}
