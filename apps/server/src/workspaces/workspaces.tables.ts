import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    workspaces: WorkspacesTable;
    inboxes: InboxesTable;
    inbox_teams: InboxTeamsTable;
  }
}

export interface WorkspacesTable {
  workspace_id: string;
  name: string;
  locale: Generated<string>;
  timezone: Generated<string>;
  business_hours: BusinessHours;
  color: Generated<string>;
  greeting: { ja: string; en: string };
  reply_minutes: Generated<number>;
  undo_send_seconds: Generated<number>;
  answers_right: Generated<number>;
  created_at: Generated<Date>;
}

export interface InboxesTable {
  workspace_id: string;
  id: string;
  name: string;
  channel: string;
  key: string;
  allowed_origins: Generated<string[]>;
  identity_secret: Buffer | null;
  paused_at: Date | null;
  created_at: Generated<Date>;
}

export interface InboxTeamsTable {
  workspace_id: string;
  inbox_id: string;
  team_id: string;
}
