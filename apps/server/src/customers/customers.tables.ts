import type { Generated, GeneratedAlways } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    customers: CustomersTable;
    identities: IdentitiesTable;
  }
}

export interface CustomersTable {
  workspace_id: string;
  id: string;
  name: Generated<string>;
  reading: Generated<string>;
  locale: string | null;
  attributes: Generated<unknown>;
  merged_into: string | null;
  /** Where the pointers end: kept by the database. */
  person_id: GeneratedAlways<string>;
  organization_id: string | null;
  tags: Generated<string[]>;
  address: Generated<unknown>;
  name_key: GeneratedAlways<string>;
  reading_key: GeneratedAlways<string>;
  sound_key: GeneratedAlways<string>;
  added_at: Date | null;
  erased_at: Date | null;
  created_at: Generated<Date>;
  last_seen_at: Date | null;
}

export interface IdentitiesTable {
  workspace_id: string;
  id: string;
  customer_id: string;
  kind: string;
  value: string;
  verified_at: Date | null;
  source: string;
  created_at: Generated<Date>;
}
