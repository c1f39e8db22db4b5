import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    canned_responses: CannedResponsesTable;
  }
}

export interface CannedResponsesTable {
  workspace_id: string;
  id: string;
  shortcut: string;
  title: string;
  text: string;
  locale: string;
  updated_at: Generated<Date>;
}
