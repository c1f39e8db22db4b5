import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changeConversation } from './lock.ts';

/** The soonest promise of a conversation: until when, from when on it is in danger, and which. */
export type Due = { at: Date; warnAt: Date; promise: string };

/**
 * Notes on a locked conversation what its lists show as due; null: nothing is. Whoever keeps the promises tells of it in the log.
 * @returns whether that is news
 */
export async function setDue(ctx: Ctx, tx: Tx, conversation: ConversationRow, due: Due | null): Promise<boolean> {
  const same =
    conversation.due_at?.getTime() === due?.at.getTime() &&
    conversation.due_warn_at?.getTime() === due?.warnAt.getTime() &&
    conversation.due_promise === (due?.promise ?? null);
  if (same) return false;
  await changeConversation(ctx, tx, conversation.id, {
    due_at: due?.at ?? null,
    due_warn_at: due?.warnAt ?? null,
    due_promise: due?.promise ?? null,
  });
  return true;
}
