declare module '../../platform/db/tables.ts' {
  interface Tables {
    customer_imports: CustomerImportsTable;
  }
}

/** A file that was read. `rows`: its cells, until they are taken in. */
export interface CustomerImportsTable {
  workspace_id: string;
  id: string;
  file_name: string;
  encoding: string;
  columns: string[];
  rows: unknown;
  created_by: string;
  created_at: Date;
  applied_at: Date | null;
  result: unknown;
}
