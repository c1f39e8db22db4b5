import type { Status } from '@madoguchi/contract/conversations.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { conversationHandedOff, conversationReopened } from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changeConversation, subjectsOf } from './lock.ts';

/** Opens a locked conversation again by itself, so that people see to it: from now on somebody waits. One that is open stays as it is. */
export async function reopenAsSystem(ctx: Ctx, tx: Tx, conversation: ConversationRow, because: string): Promise<ConversationRow> {
  const from = conversation.status as Status;
  if (from === 'open') return conversation;
  const fromBot = conversation.handled_by === 'bot';
  const now = ctx.clock.now();
  const changed = await changeConversation(ctx, tx, conversation.id, {
    status: 'open',
    handled_by: 'human',
    resolved_at: null,
    waiting_since: conversation.waiting_since ?? now,
    ...(fromBot ? { handed_off_at: now } : {}),
  });
  if (fromBot) await ctx.append(tx, conversationHandedOff({ because }), subjectsOf(conversation));
  await ctx.append(tx, conversationReopened({ from, because }), subjectsOf(conversation));
  return changed;
}
