import type { Status } from '@madoguchi/contract/conversations.ts';
import type { Missing } from '@madoguchi/contract/fields.ts';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { AttachmentsTable, ConversationsTable, MessagesTable } from './conversations.tables.ts';

export type ConversationRow = Selectable<ConversationsTable>;
export type MessageRow = Selectable<MessagesTable>;
export type AttachmentRow = Selectable<AttachmentsTable>;

export type HandledBy = 'bot' | 'human';

/** The outside line over which a customer reached us, found by their channel. */
export type ThreadLine = { threadId: string; inboxId: string; channel: string; customerId: string };

/** What spoke for spam. `words` are the mail's own, `signs` names of what was odd about it; `block` is the entry that its sender is under. */
export type SpamReasons = {
  score: number | null;
  words: string[];
  signs: string[];
  block: { id: string; kind: string; value: string } | null;
};

/** Somebody's word that a conversation is spam. */
export type SpamVerdict = SpamReasons & { by: 'agent' | 'filter' | 'block_list' };

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
  /** What the message is besides words: a sticker, a place. */
  blocks?: Block[];
  /** How the channel knew which conversation this belongs to, where that is worth a word. */
  joinedBy?: string;
  /** Who answers first when this opens a conversation. */
  firstAnswer: HandledBy;
  /** Asked, outside any transaction, when it is about to open a conversation: whether that is spam. */
  judge?: () => Promise<SpamVerdict | null>;
};

/** What a channel learned of a message of ours. `code` is one of the contract's channel failures. */
export type DeliveryOutcome = { state: 'delivered'; at: Date } | { state: 'failed'; code: string; detail: string };

export type OutboundMessage = { text: string; blocks: Block[]; externalId: string };
export type ThenStatus = Extract<Status, 'waiting' | 'resolved'>;

/** What rooms above have to say before an agent resolves or answers. They are asked in the transaction that does it. */
export type Gates = {
  /** What is still to be done before a conversation may be resolved. */
  missing: readonly ((ctx: Ctx, tx: Tx, conversation: ConversationRow) => Promise<Missing[]>)[];
  /** Whether somebody else has to approve a reply before it goes out; `ask` is called with the message that then waits. */
  approval: (ctx: Ctx, tx: Tx, conversation: ConversationRow, text: string) => Promise<{ ask: (held: MessageRow) => Promise<void> } | null>;
};
