import type { Role } from '@madoguchi/contract/agents.ts';
import type { SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import type { ColumnType, Generated } from 'kysely';
import type { TestResult } from './single-sign-on.types.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    single_sign_on: SingleSignOnTable;
    single_sign_on_domains: SingleSignOnDomainsTable;
    single_sign_on_links: SingleSignOnLinksTable;
    single_sign_on_sessions: SingleSignOnSessionsTable;
  }
}

/** Written as JSON text, read as what it means. */
type Json<T> = ColumnType<T, string, string>;

export interface SingleSignOnTable {
  workspace_id: string;
  issuer: string;
  client_id: string;
  /** Sealed; null: none. */
  client_secret: Buffer | null;
  label: string;
  name_claim: string;
  locale_claim: string;
  groups_claim: string;
  roles: Json<{ group: string; role: Exclude<Role, 'owner'> }[]>;
  makes_agents: Generated<boolean>;
  team_ids: Generated<string[]>;
  asks_second_step: Generated<boolean>;
  trusted_domains: Generated<string[]>;
  sign_out: Generated<SingleSignOn['signOut']>;
  enabled: Generated<boolean>;
  required: Generated<boolean>;
  tested_at: Date | null;
  last_test: ColumnType<TestResult | null, string | null, string | null>;
  updated_at: Date;
}

export interface SingleSignOnDomainsTable {
  workspace_id: string;
  domain: string;
}

export interface SingleSignOnLinksTable {
  workspace_id: string;
  issuer: string;
  subject: string;
  agent_id: string;
  created_at: Date;
  last_used_at: Date;
}

export interface SingleSignOnSessionsTable {
  workspace_id: string;
  session_id: string;
  issuer: string;
  subject: string;
  sid: string | null;
  /** Sealed. */
  id_token: Buffer;
  agent_id: string;
}
