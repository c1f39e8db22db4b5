import type { Generated, GeneratedAlways } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    channel_settings: ChannelSettingsTable;
    mail_addresses: MailAddressesTable;
    payloads: PayloadsTable;
    awaited_files: AwaitedFilesTable;
    deliveries: DeliveriesTable;
    sent_parts: SentPartsTable;
    inbox_health: InboxHealthTable;
    backfills: BackfillsTable;
    inbox_hours: InboxHoursTable;
    inbox_alerts: InboxAlertsTable;
    line_links: LineLinksTable;
    account_links: AccountLinksTable;
  }
}

export interface ChannelSettingsTable {
  workspace_id: string;
  inbox_id: string;
  settings: Generated<unknown>;
  /** Sealed JSON: name → secret. */
  secrets: Buffer | null;
  updated_at: Date;
  /** The inbox's main address in lower case, while mail is brought to this server itself. */
  receiver_address: GeneratedAlways<string | null>;
}

export interface MailAddressesTable {
  workspace_id: string;
  inbox_id: string;
  /** In lower case. */
  address: string;
  position: number;
  name: Generated<string>;
  signature: Generated<string>;
  /** AcknowledgementWords by language. */
  acknowledgements: Generated<unknown>;
}

export interface PayloadsTable {
  workspace_id: string;
  id: string;
  inbox_id: string;
  external_id: string;
  headers: Generated<unknown>;
  body: Buffer;
  state: Generated<string>;
  tries: Generated<number>;
  parser_version: number | null;
  outcome: unknown;
  problem: string | null;
  received_at: Date;
  parsed_at: Date | null;
}

export interface AwaitedFilesTable {
  workspace_id: string;
  id: string;
  inbox_id: string;
  message_id: string;
  file: unknown;
  tries: Generated<number>;
  due_at: Date;
  created_at: Date;
}

export interface DeliveriesTable {
  workspace_id: string;
  message_id: string;
  thread_id: string;
  inbox_id: string;
  seq: number;
  state: string;
  tries: Generated<number>;
  first_tried_at: Date | null;
  due_at: Date;
  created_at: Date;
}

export interface SentPartsTable {
  workspace_id: string;
  inbox_id: string;
  external_id: string;
  message_id: string;
}

export interface InboxHealthTable {
  workspace_id: string;
  inbox_id: string;
  last_in_at: Date | null;
  last_out_at: Date | null;
  last_proof_at: Date | null;
  proof_sent_at: Date | null;
  oldest_unread_at: Date | null;
  token_expires_at: Date | null;
  connected_at: Date | null;
  failure: string | null;
  failure_detail: string | null;
  failing_since: Date | null;
  notes: Generated<unknown>;
}

export interface BackfillsTable {
  workspace_id: string;
  id: string;
  inbox_id: string;
  since: Date;
  until: Date;
  /** waiting · done · failed · canceled */
  state: Generated<string>;
  found: number | null;
  taken: Generated<number>;
  folder: string | null;
  last_uid: number | null;
  /** The numbering `last_uid` belongs to. */
  uid_validity: string | null;
  /** Why it failed, and what the server said. */
  failure: string | null;
  detail: string | null;
  asked_by: string | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface InboxHoursTable {
  workspace_id: string;
  inbox_id: string;
  hour: Date;
  received: Generated<number>;
  sent: Generated<number>;
  failed: Generated<number>;
}

export interface InboxAlertsTable {
  workspace_id: string;
  inbox_id: string;
  /** Since when it fails, as far as was noticed. */
  failing_since: Date | null;
  /** When that was told by mail. */
  told_at: Date | null;
  /** The credentials' end that was told of, and how many days before. */
  token_expires_at: Date | null;
  token_told_days: number | null;
}

export interface AccountLinksTable {
  workspace_id: string;
  nonce_hash: Buffer;
  inbox_id: string;
  /** The company's own customer number, and what it says of them. */
  external_id: string;
  about: unknown;
  expires_at: Date;
  used_at: Date | null;
  /** The line that came with the nonce. */
  thread_id: string | null;
}

export interface LineLinksTable {
  workspace_id: string;
  token_hash: Buffer;
  conversation_id: string;
  /** The inbox on which it goes on. */
  inbox_id: string;
  expires_at: Date;
  used_at: Date | null;
  /** The line that came with the word, and how things stood before: LinkedBefore. */
  thread_id: string | null;
  before: unknown;
  undone_at: Date | null;
  /** The message that undid it, by the platform's id. */
  undone_by: string | null;
}
