import type { Generated } from 'kysely';

/**
 * Every room adds its tables here by declaration merging (`declare module`), as types only: so rooms can be joined in SQL without
 * importing each other. The log's own tables stand first.
 */
export interface Tables {
  events: EventsTable;
  event_cursors: EventCursorsTable;
  event_failures: EventFailuresTable;
  installation_notes: InstallationNotesTable;
  leases: LeasesTable;
}

export interface EventsTable {
  position: Generated<number>;
  xid: Generated<string>;
  workspace_id: string;
  at: Date;
  name: string;
  version: number;
  inbox_id: string | null;
  conversation_id: string | null;
  customer_id: string | null;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  data: unknown;
  /** From where an agent or a program did it; null for all else, and for what happens in conversations. */
  ip: string | null;
}

export interface EventCursorsTable {
  reader: string;
  xid: string;
  position: number;
  updated_at: Generated<Date>;
}

export interface EventFailuresTable {
  reader: string;
  position: number;
  workspace_id: string;
  name: string;
  error: string;
  failed_at: Generated<Date>;
}

export interface InstallationNotesTable {
  name: string;
  noted_at: Generated<Date>;
}

export interface LeasesTable {
  name: string;
  holder: string;
  until: Date;
}
