import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    canned_responses: CannedResponsesTable;
    text_folders: TextFoldersTable;
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
  folder_id: string | null;
  owner: Generated<string>;
  team_id: string | null;
  agent_id: string | null;
  file_ids: Generated<string[]>;
}

export interface TextFoldersTable {
  workspace_id: string;
  id: string;
  kind: string;
  name: string;
  parent_id: string | null;
  created_at: Date;
}
