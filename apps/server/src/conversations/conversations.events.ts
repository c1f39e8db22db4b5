import type { Priority, Status } from '@madoguchi/contract/conversations.ts';
import type { Choice } from '@madoguchi/contract/messages.ts';
import type { Relation } from '@madoguchi/contract/related.ts';
import { fact } from '../platform/event-log/fact.ts';
import type { HandledBy } from './conversations.types.ts';

/** Past tense, never renamed. A changed shape is a new version with an upcast beside it. Texts stay in their rows: a person can be erased. */
export const conversationOpened = fact('conversation.opened', 1)<{ number: number; channel: string; handledBy: HandledBy }>();
/** `because`: why it was done by itself, and not because somebody wrote or an agent wished it. */
export const conversationReopened = fact('conversation.reopened', 1)<{ from: Status; because?: string }>();
export const conversationHandedOff = fact('conversation.handed_off', 1)<{ because: string }>();
export const conversationAssigned = fact('conversation.assigned', 1)<{
  agentId: string | null;
  agentName: string | null;
  teamId: string | null;
  teamName: string | null;
  /** Who had it before: those who saw it there may see it no more. Not in facts of older versions. */
  from?: { agentId: string | null; teamId: string | null };
}>();
/** The status set by a person or the bot; `to` is never the status it already had. */
export const conversationResolved = fact('conversation.resolved', 1)<{ from: Status; by: 'agent' | 'bot' }>();
export const conversationClosed = fact('conversation.closed', 1)<{ from: Status }>();
export const conversationAwaitsCustomer = fact('conversation.awaits_customer', 1)<{ from: Status }>();
export const conversationTagged = fact('conversation.tagged', 1)<{ tags: string[] }>();
export const conversationPrioritized = fact('conversation.prioritized', 1)<{ from: Priority; to: Priority }>();
export const conversationRenamed = fact('conversation.renamed', 1)<{ subject: string }>();
export const conversationSeen = fact('conversation.seen', 1)<{ by: 'customer' | 'agent'; seq: number }>();

/** Nobody is waited for: it leaves every view, and nobody answers by itself. Why stands in the row; `score` is the filter's, 0 to 1. */
export const conversationMarkedSpam = fact('conversation.marked_spam', 1)<{
  by: 'agent' | 'filter' | 'block_list';
  score: number | null;
  blockId: string | null;
}>();
/** A person said that it is none. `undone`: took their own word back at once, which says nothing about the mail. */
export const conversationUnmarkedSpam = fact('conversation.unmarked_spam', 1)<{
  was: 'agent' | 'filter' | 'block_list';
  undone: boolean;
}>();

/** `handledBy`: who had the conversation when it came. */
export const messageReceived = fact('message.received', 1)<{
  messageId: string;
  seq: number;
  choice: Choice | null;
  handledBy: HandledBy;
}>();
/** A reply was written and waits for its undo period to end. */
export const messageHeld = fact('message.held', 1)<{ messageId: string; seq: number }>();
export const messageWithdrawn = fact('message.withdrawn', 1)<{ messageId: string; seq: number }>();
/** A reply that was to go out later does not, because the customer wrote first; its words are its author's again. */
export const messageUnscheduled = fact('message.unscheduled', 1)<{ messageId: string; seq: number; because: 'customer_wrote' }>();
/** A reply went out: from here on the customer may see it. */
export const messageSent = fact('message.sent', 1)<{ messageId: string; seq: number; by: 'agent' | 'bot' | 'system' }>();
/** What became of it on its way: by the word of the channel's platform. */
export const messageDelivered = fact('message.delivered', 1)<{ messageId: string; seq: number }>();
export const messageFailed = fact('message.failed', 1)<{ messageId: string; seq: number; code: string }>();
export const messageRetried = fact('message.retried', 1)<{ messageId: string; seq: number }>();
/** The customer took their own message back on their platform: its words are gone here too. */
export const messageUnsent = fact('message.unsent', 1)<{ messageId: string; seq: number }>();
/** An agent put a customer's message into another conversation; told in both. The same again the other way round takes it back. */
export const messageMoved = fact('message.moved', 1)<{
  messageId: string;
  from: string;
  fromNumber: number;
  fromSeq: number;
  fromJoinedBy: string | null;
  to: string;
  toNumber: number;
  /** Whether this one is told where the message is now, or where it was. */
  arrived: boolean;
  seq: number;
}>();
/** Files that could not be fetched when it came are there now. */
export const messageFilesAdded = fact('message.files_added', 1)<{ messageId: string; seq: number }>();
/** A conversation goes on over another line of its customer. */
export const conversationLineAdded = fact('conversation.line_added', 1)<{ threadId: string; channel: string }>();
/** Whoever is on that line said that it is not theirs: the conversation goes on where it was before. */
export const conversationLineRemoved = fact('conversation.line_removed', 1)<{ threadId: string; channel: string }>();
export const noteAdded = fact('note.added', 1)<{ messageId: string; seq: number }>();

/** `because`: by themselves, by a colleague, or by being named in a note. */
export const conversationFollowed = fact('conversation.followed', 1)<{
  agentId: string;
  agentName: string;
  because: 'self' | 'agent' | 'mention';
}>();
export const conversationUnfollowed = fact('conversation.unfollowed', 1)<{ agentId: string; agentName: string }>();

/** A person said that the customer is not so. */
export const conversationMoodCorrected = fact('conversation.mood_corrected', 1)<{ was: 'angry' | 'displeased' }>();

/** Out of the views until then; null: until the customer writes, which is told by their message alone. */
export const conversationSnoozed = fact('conversation.snoozed', 1)<{ until: string | null }>();
export const conversationWoken = fact('conversation.woken', 1)<{ because: 'time' | 'agent' | 'side_answer' }>();

/** Two were one matter: told in both. `kept`: whether this is the one that goes on. */
export const conversationMerged = fact('conversation.merged', 1)<{
  mergeId: string;
  from: string;
  fromNumber: number;
  to: string;
  toNumber: number;
  kept: boolean;
}>();
/** Taken back: each is for itself again. `messages`: how many went back that came meanwhile. */
export const conversationUnmerged = fact('conversation.unmerged', 1)<{
  mergeId: string;
  from: string;
  fromNumber: number;
  to: string;
  toNumber: number;
  kept: boolean;
  messages: number;
}>();
/** From a message on it became a conversation of its own: told in both. `kept`: whether this is the one it came from. */
export const conversationSplit = fact('conversation.split', 1)<{
  splitId: string;
  from: string;
  fromNumber: number;
  to: string;
  toNumber: number;
  kept: boolean;
  messages: number;
}>();
export const conversationUnsplit = fact('conversation.unsplit', 1)<{
  splitId: string;
  from: string;
  fromNumber: number;
  to: string;
  toNumber: number;
  kept: boolean;
}>();
/** Told in both: what the other one is to this one. */
export const conversationLinked = fact('conversation.linked', 1)<{
  linkId: string;
  relation: Relation;
  otherId: string;
  otherNumber: number;
}>();
export const conversationUnlinked = fact('conversation.unlinked', 1)<{
  linkId: string;
  relation: Relation;
  otherId: string;
  otherNumber: number;
}>();
