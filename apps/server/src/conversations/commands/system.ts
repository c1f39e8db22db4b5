import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { messageSent } from '../conversations.events.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { changeConversation, messageByExternalId, subjectsOf } from './lock.ts';
import { writeMessage } from './write-message.ts';

/**
 * The product says something to the customer by itself, in a conversation that the caller has locked. It answers nothing: whose turn it is,
 * and what a list shows of the conversation, stay as they are. Idempotent by externalId.
 */
export async function sayAsSystem(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  say: { text: string; externalId: string },
): Promise<MessageRow> {
  const repeated = await messageByExternalId(ctx, tx, conversation.inbox_id, say.externalId);
  if (repeated) return repeated;
  const message = await writeMessage(ctx, tx, conversation, { kind: 'message', authorKind: 'system', delivery: 'sent', ...say });
  await changeConversation(ctx, tx, conversation.id, { last_seq: message.seq });
  await ctx.append(tx, messageSent({ messageId: message.id, seq: message.seq, by: 'system' }), subjectsOf(conversation));
  return message;
}
