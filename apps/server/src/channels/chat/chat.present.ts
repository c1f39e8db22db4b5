import type { ChatConversation, ChatMessage, ChatQueue } from '@madoguchi/contract/chat.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import { attachmentsOf, presentAttachment } from '../../conversations/attachments/attachments.queries.ts';
import type { ConversationRow, MessageRow } from '../../conversations/conversations.types.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { wordsFor } from '../../platform/words.ts';

type Shown = Pick<ConversationRow, 'id' | 'number' | 'status' | 'handled_by' | 'agent_name' | 'agent_seen_seq'>;

/** A conversation as its customer may see it. */
export const presentChat = (row: Shown, queue: ChatQueue | null): ChatConversation => ({
  id: row.id,
  number: row.number,
  status: row.status as ChatConversation['status'],
  handledBy: row.handled_by as ChatConversation['handledBy'],
  agentName: row.agent_name,
  agentSeenSeq: row.agent_seen_seq,
  queue,
});

/** The visitor's own id of a message, taken out of the form in which it is unique in the inbox; null for one that came over another channel. */
export const ownExternalId = (customerId: string, externalId: string): string | null =>
  externalId.startsWith(`${customerId}:`) ? externalId.slice(customerId.length + 1) : null;
export const inboxExternalId = (customerId: string, externalId: string): string => `${customerId}:${externalId}`;

/** Messages as their customer may see them. Rows must come from behind the customer's fence. */
export async function presentChatMessages(tx: Tx, rows: readonly MessageRow[], links: FileLinks, locale: string): Promise<ChatMessage[]> {
  const files = await attachmentsOf(tx, rows);
  return rows.map((row) =>
    presentChatMessage(
      row,
      locale,
      (files.get(row.id) ?? []).map((file) => presentAttachment(file, links)),
    ),
  );
}

export const presentChatMessage = (row: MessageRow, locale: string, attachments: ChatMessage['attachments'] = []): ChatMessage => ({
  id: row.id,
  seq: row.seq,
  author: {
    kind: row.author_kind as ChatMessage['author']['kind'],
    name: row.author_kind === 'bot' ? wordsFor(locale)('bot.name') : row.author_name,
  },
  text: row.text,
  blocks: row.blocks as Block[],
  attachments,
  at: row.created_at.toISOString(),
  externalId: row.author_kind === 'customer' ? ownExternalId(row.author_id ?? '', row.external_id) : null,
});
