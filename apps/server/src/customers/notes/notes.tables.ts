declare module '../../platform/db/tables.ts' {
  interface Tables {
    customer_notes: CustomerNotesTable;
  }
}

export interface CustomerNotesTable {
  workspace_id: string;
  id: string;
  customer_id: string;
  text: string;
  author_id: string | null;
  author_name: string;
  created_at: Date;
  edited_at: Date | null;
}
