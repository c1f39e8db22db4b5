declare module '../../platform/db/tables.ts' {
  interface Tables {
    canned_uses: CannedUsesTable;
  }
}

export interface CannedUsesTable {
  workspace_id: string;
  canned_id: string;
  conversation_id: string;
  agent_id: string;
  used_at: Date;
  solved_at: Date | null;
  reopened_at: Date | null;
}
