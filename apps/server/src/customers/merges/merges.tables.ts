declare module '../../platform/db/tables.ts' {
  interface Tables {
    customer_merges: CustomerMergesTable;
    customer_distinctions: CustomerDistinctionsTable;
  }
}

/** A pointer that somebody set: whom into whom, why, and whether it was taken back. */
export interface CustomerMergesTable {
  workspace_id: string;
  id: string;
  customer_id: string;
  into_id: string;
  because: unknown;
  merged_by: string;
  merged_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}

/** Two who are alike and not the same person; the smaller id first. */
export interface CustomerDistinctionsTable {
  workspace_id: string;
  one_id: string;
  other_id: string;
  said_by: string;
  said_at: Date;
}
