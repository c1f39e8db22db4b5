import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    side_conversations: SideConversationsTable;
    side_messages: SideMessagesTable;
  }
}

export interface SideConversationsTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  /** The mailbox it is written from. */
  inbox_id: string;
  subject: string;
  /** As written: `name <address>`, or the address alone. */
  to_addresses: string[];
  cc_addresses: string[];
  /** waiting: for them · answered: our turn · done */
  state: string;
  /** Something of theirs that nobody here has looked at. */
  unread: Generated<boolean>;
  last_seq: Generated<number>;
  started_by: string | null;
  started_name: string;
  created_at: Date;
  last_at: Date;
}

export interface SideMessagesTable {
  workspace_id: string;
  id: string;
  side_id: string;
  inbox_id: string;
  seq: number;
  direction: string;
  kind: string;
  author_id: string | null;
  author_name: string;
  from_address: Generated<string>;
  to_addresses: Generated<string[]>;
  cc_addresses: Generated<string[]>;
  text: string;
  quoted: Generated<string>;
  /** Attachments, the conversation's own among them. */
  file_ids: Generated<string[]>;
  delivery: string;
  /** Why it could not go out: { code, detail }. */
  failure: unknown;
  tries: Generated<number>;
  verified: Generated<boolean>;
  /** It came from somebody who was not written to. */
  stranger: Generated<boolean>;
  joined_by: string | null;
  /** The mail's Message-ID, without brackets. */
  external_id: string;
  idempotency_key: string | null;
  created_at: Date;
}
