declare module '../../platform/db/tables.ts' {
  interface Tables {
    bulk_actions: BulkActionsTable;
  }
}

export interface BulkActionsTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  kind: string;
  /** What it changed of each, as BulkItem. */
  items: unknown;
  done_at: Date;
  undone_at: Date | null;
}
