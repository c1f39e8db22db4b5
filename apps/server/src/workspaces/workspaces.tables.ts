import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    workspaces: WorkspacesTable;
    inboxes: InboxesTable;
    inbox_teams: InboxTeamsTable;
    brands: BrandsTable;
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
  mask_numbers: Generated<boolean>;
  two_factor_required: Generated<boolean>;
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
  /** The name of who paused it. */
  paused_by: string | null;
  /** Removed for good: its conversations stay. */
  removed_at: Date | null;
  /** Null: the default brand. */
  brand_id: string | null;
  created_at: Generated<Date>;
}

export interface InboxTeamsTable {
  workspace_id: string;
  inbox_id: string;
  team_id: string;
}

export interface BrandsTable {
  workspace_id: string;
  id: string;
  name: string;
  key: string;
  color: string;
  logo_id: string | null;
  /** MIME type, of the content. */
  logo_type: string | null;
  /** In pixels. */
  logo_width: number | null;
  logo_height: number | null;
  /** In small letters, without a port. */
  host: string | null;
  is_default: Generated<boolean>;
  created_at: Generated<Date>;
}
