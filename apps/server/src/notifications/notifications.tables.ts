import type { NotificationSettings } from '@madoguchi/contract/notifications.ts';

declare module '../platform/db/tables.ts' {
  interface Tables {
    notifications: NotificationsTable;
    notification_settings: NotificationSettingsTable;
    notification_policies: NotificationPoliciesTable;
    push_devices: PushDevicesTable;
  }
}

export interface NotificationsTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  kind: string;
  conversation_id: string;
  inbox_id: string;
  /** What was written last. */
  message_id: string | null;
  /** Who did it last; null for the product itself. */
  actor_name: string | null;
  count: number;
  /** The fact that was counted last. */
  cause_xid: string;
  cause_position: number;
  in_desk: boolean;
  first_at: Date;
  last_at: Date;
  read_at: Date | null;
  mailed_at: Date | null;
}

export interface NotificationSettingsTable {
  workspace_id: string;
  agent_id: string;
  /** Null: as everybody begins. */
  settings: NotificationSettings | null;
  paused_until: Date | null;
  updated_at: Date;
}

export interface NotificationPoliciesTable {
  workspace_id: string;
  shows: string;
  updated_at: Date;
}

export interface PushDevicesTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  endpoint_hash: string;
  sealed: Buffer;
  user_agent: string;
  created_at: Date;
  reached_at: Date | null;
}
