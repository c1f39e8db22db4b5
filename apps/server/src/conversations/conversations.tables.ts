import type { Generated, GeneratedAlways } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    threads: ThreadsTable;
    conversation_numbers: ConversationNumbersTable;
    conversations: ConversationsTable;
    messages: MessagesTable;
    attachments: AttachmentsTable;
  }
}

export interface ThreadsTable {
  workspace_id: string;
  id: string;
  inbox_id: string;
  customer_id: string;
  identity_id: string;
  external_id: string;
  /** The conversation this line goes on with. */
  latest_conversation_id: string | null;
  /** False once the customer blocked us, opted out, or their address bounced. */
  reachable: Generated<boolean>;
  last_inbound_at: Date | null;
  /** What the line's channel keeps for itself. */
  state: Generated<unknown>;
  created_at: Generated<Date>;
}

export interface ConversationNumbersTable {
  workspace_id: string;
  last_number: number;
}

export interface ConversationsTable {
  workspace_id: string;
  id: string;
  number: number;
  inbox_id: string;
  channel: string;
  customer_id: string;
  thread_id: string;
  subject: Generated<string>;
  status: Generated<string>;
  handled_by: Generated<string>;
  agent_acted_at: Date | null;
  assignee_agent_id: string | null;
  assignee_team_id: string | null;
  agent_name: string | null;
  tags: Generated<string[]>;
  priority: Generated<string>;
  preview: Generated<string>;
  preview_author: Generated<string>;
  locale: Generated<string>;
  page: unknown;
  last_seq: Generated<number>;
  customer_seen_seq: Generated<number>;
  agent_seen_seq: Generated<number>;
  last_activity_at: Date;
  waiting_since: Date | null;
  /** When people were given the conversation; null while the bot has it, or when an agent took it from the bot. */
  handed_off_at: Date | null;
  merged_into: string | null;
  /** The queue that gives it out, or gave it; null where people pick from all. */
  queue_id: string | null;
  created_at: Date;
  resolved_at: Date | null;
  /** The soonest promise still to be kept, kept up by the room that keeps promises; null when none runs. */
  due_at: Date | null;
  due_warn_at: Date | null;
  due_promise: string | null;
  /** 'agent', 'filter' or 'block_list': who said that it is spam. It is while not_spam_at is null. */
  spam_by: string | null;
  spam_at: Date | null;
  /** Why, as SpamReasons. */
  spam_because: unknown;
  /** When a person said that it is none: from then on only a person can say that it is. */
  not_spam_at: Date | null;
  /** Out of the views since then, until `snoozed_until`; without a time, until the customer writes. */
  snoozed_at: Date | null;
  snoozed_until: Date | null;
  /** When its words were taken away because they were kept long enough. */
  words_erased_at: Generated<Date | null>;
  /** Agents, in the order they began to follow. */
  follower_ids: Generated<string[]>;
  /** What the company wants to know of it, by the key of the definition, as text in the form of its kind. */
  fields: Generated<Record<string, string>>;
  /** How the last words that said anything of it sounded: 'angry' or 'displeased'. */
  mood: Generated<string | null>;
  /** What spoke for it, as it stands in the message, folded. */
  mood_words: Generated<string[]>;
  turn: GeneratedAlways<string>;
}

export interface MessagesTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  thread_id: string | null;
  inbox_id: string;
  channel: string;
  seq: number;
  kind: string;
  author_kind: string;
  author_id: string | null;
  author_name: string;
  text: string;
  blocks: Generated<unknown>;
  delivery: string;
  held_until: Date | null;
  then_status: string | null;
  external_id: string;
  /** Articles an agent put into it. */
  article_ids: Generated<string[]>;
  created_at: Date;
  /** The platform's word that it reached the customer's device or mailbox. */
  delivered_at: Date | null;
  /** Why it could not be delivered: { code, detail }. */
  failure: unknown;
  /** How a channel knew which conversation it belongs to, where that is worth a word. */
  joined_by: string | null;
  /** Held until a time the agent chose, not for the undo period. */
  scheduled: Generated<boolean>;
  /** A word of the customer's takes it back while it is held. */
  unless_reply: Generated<boolean>;
  /** Held until somebody else has approved it; the database lets it go out no sooner. */
  awaits_approval: Generated<boolean>;
  /** Whom a note names, as Mention[]. */
  mentions: Generated<unknown>;
  /** How a customer's words sounded: 'angry' or 'displeased'; null when nothing spoke for it. */
  mood: Generated<string | null>;
}

export interface AttachmentsTable {
  workspace_id: string;
  id: string;
  message_id: string | null;
  /** Of a mail to or from somebody who was asked beside a conversation: nothing that its customer sees. */
  side_message_id: Generated<string | null>;
  uploader_kind: string;
  uploader_id: string;
  name: string;
  type: string;
  size_in_bytes: number;
  created_at: Generated<Date>;
}
