declare module '../../platform/db/tables.ts' {
  interface Tables {
    segments: SegmentsTable;
  }
}

export interface SegmentsTable {
  workspace_id: string;
  id: string;
  name: string;
  filter: unknown;
  created_at: Date;
}
