import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    search_documents: SearchDocumentsTable;
    search_builds: SearchBuildsTable;
  }
}

export interface SearchDocumentsTable {
  workspace_id: string;
  id: string;
  kind: string;
  conversation_id: string | null;
  customer_id: string;
  inbox_id: string | null;
  at: Date;
  /** A tsvector, written by array_to_tsvector and never read. */
  tokens: unknown;
}

export interface SearchBuildsTable {
  workspace_id: string;
  recipe: number;
  stage: string;
  /** The id to go on below; empty at the beginning of a stage. */
  place: Generated<string>;
  done: Generated<number>;
  total: Generated<number>;
  started_at: Date;
  finished_at: Date | null;
}
