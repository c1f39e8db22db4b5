declare module '../../platform/db/tables.ts' {
  interface Tables {
    retention_rules: RetentionRulesTable;
    legal_holds: LegalHoldsTable;
    forgotten_files: ForgottenFilesTable;
  }
}

export interface RetentionRulesTable {
  workspace_id: string;
  kind: string;
  /** Months for conversations, else days. */
  keep: number;
  first_run_at: Date;
  set_by: string;
  set_at: Date;
  last_run_at: Date | null;
  /** { count, files } */
  last_took: unknown;
}

export interface LegalHoldsTable {
  workspace_id: string;
  id: string;
  customer_id: string | null;
  conversation_id: string | null;
  reason: string;
  placed_by: string;
  placed_at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
}

/** Files that no row knows any more, to be removed from the disk. */
export interface ForgottenFilesTable {
  workspace_id: string;
  file_id: string;
}
