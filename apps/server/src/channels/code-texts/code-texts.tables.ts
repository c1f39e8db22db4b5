declare module '../../platform/db/tables.ts' {
  interface Tables {
    code_texts: CodeTextsTable;
  }
}

export interface CodeTextsTable {
  workspace_id: string;
  /** The code's own. */
  id: string;
  /** What is to be sent and to whom; null once that is settled. */
  sealed: Buffer | null;
  /** waiting · sent · refused · too_late */
  status: string;
  send_before: Date;
  failure: string | null;
  created_at: Date;
  done_at: Date | null;
}
