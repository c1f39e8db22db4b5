import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    calendars: CalendarsTable;
    calendar_uses: CalendarUsesTable;
  }
}

export interface CalendarsTable {
  workspace_id: string;
  id: string;
  name: string;
  /** Null: the workspace's. */
  timezone: string | null;
  hours: BusinessHours;
  created_at: Generated<Date>;
}

export interface CalendarUsesTable {
  workspace_id: string;
  kind: string;
  key: string;
  calendar_id: string;
}
