import type { Generated, GeneratedAlways } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    organizations: OrganizationsTable;
  }
}

export interface OrganizationsTable {
  workspace_id: string;
  id: string;
  name: string;
  reading: Generated<string>;
  domains: Generated<string[]>;
  attributes: Generated<unknown>;
  note: Generated<string>;
  name_key: GeneratedAlways<string>;
  created_at: Date;
}
