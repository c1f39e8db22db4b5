import type { Block } from '@madoguchi/contract/messages.ts';
import { botActor } from '../../platform/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { messageSent } from '../conversations.events.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { changeConversation, messageByExternalId, subjectsOf } from './lock.ts';
import { writeMessage } from './write-message.ts';

/**
 * The product says something to the customer by itself, in a conversation that the caller has locked. It answers nothing: whose turn it is,
 * and what a list shows of the conversation, stay as they are. `by` bot: with its name and its buttons, as what it asks is. Idempotent by
 * externalId.
 */
export async function sayAsSystem(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { by = 'system', ...say }: { text: string; blocks?: Block[]; externalId: string; by?: 'system' | 'bot' },
): Promise<MessageRow> {
  const repeated = await messageByExternalId(ctx, tx, conversation.inbox_id, say.externalId);
  if (repeated) return repeated;
  const author = by === 'bot' ? botActor : ctx.actor;
  const draft = { kind: 'message', authorKind: by, delivery: 'sent', ...say } as const;
  const message = await writeMessage({ ...ctx, actor: author }, tx, conversation, draft);
  await changeConversation(ctx, tx, conversation.id, { last_seq: message.seq });
  await ctx.append(tx, messageSent({ messageId: message.id, seq: message.seq, by }), subjectsOf(conversation));
  return message;
}
