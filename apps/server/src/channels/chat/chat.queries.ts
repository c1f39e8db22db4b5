import type { ChatMessage } from '@madoguchi/contract/chat.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { presentChatMessages } from './chat.present.ts';

const SHOWN = 100;

/**
 * The thread's latest conversation with its last messages, read behind the customer's fence. What was said on this thread in a conversation that went on in
 * this one stands before it.
 */
export async function chatOf(
  tx: Tx,
  workspaceId: string,
  threadId: string,
  links: FileLinks,
): Promise<{ conversation: ConversationRow | null; messages: ChatMessage[] }> {
  const conversation = await tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('threads as t')
        .select('t.latest_conversation_id')
        .where('t.workspace_id', '=', workspaceId)
        .where('t.id', '=', threadId),
    )
    .executeTakeFirst();
  if (!conversation) return { conversation: null, messages: [] };
  const rows = await tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversation.id)
    .orderBy('seq', 'desc')
    .limit(SHOWN)
    .execute();
  const earlier = await tx
    .selectFrom('messages as m')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.conversation_id'))
    .selectAll('m')
    .where('m.workspace_id', '=', workspaceId)
    .where('c.merged_into', '=', conversation.id)
    .where('m.thread_id', '=', threadId)
    .orderBy('m.created_at', 'desc')
    .limit(SHOWN)
    .execute();
  // Places before the first of all others, in the order they were said.
  const before = earlier.map((row, i) => ({ ...row, seq: -i })).reverse();
  return { conversation, messages: await presentChatMessages(tx, [...before, ...rows.reverse()], links, conversation.locale) };
}

export async function customerForChat(tx: Tx, workspaceId: string, customerId: string): Promise<{ name: string; hasEmail: boolean }> {
  const row = await tx
    .selectFrom('customers')
    .select(['name'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('identities')
            .select('id')
            .where('identities.workspace_id', '=', workspaceId)
            .where('identities.customer_id', '=', customerId)
            .where('kind', '=', 'email'),
        )
        .as('has_email'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return { name: row?.name ?? '', hasEmail: Boolean(row?.has_email) };
}
