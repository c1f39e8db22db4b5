import type { Status } from '@madoguchi/contract/conversations.ts';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import type { Selectable } from 'kysely';
import type { AttachmentsTable, ConversationsTable, MessagesTable } from './conversations.tables.ts';

export type ConversationRow = Selectable<ConversationsTable>;
export type MessageRow = Selectable<MessagesTable>;
export type AttachmentRow = Selectable<AttachmentsTable>;

export type HandledBy = 'bot' | 'human';

/** The outside line over which a customer reached us, found by their channel. */
export type ThreadLine = { threadId: string; inboxId: string; channel: string; customerId: string };

/** What a channel hands in, whatever the platform. `externalId` is the platform's own id: the same one is the same message. */
export type InboundMessage = {
  externalId: string;
  text: string;
  choice?: Choice | null;
  attachmentIds: string[];
  subject?: string;
  page?: { url: string; title: string } | null;
  locale: 'ja' | 'en';
  authorName: string;
  /** Who answers first when this opens a conversation. */
  firstAnswer: HandledBy;
};

export type OutboundMessage = { text: string; blocks: Block[]; externalId: string };
export type ThenStatus = Extract<Status, 'waiting' | 'resolved'>;
