import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    agents: AgentsTable;
    roles: RolesTable;
    teams: TeamsTable;
    team_members: TeamMembersTable;
    api_keys: ApiKeysTable;
  }
}

export interface AgentsTable {
  workspace_id: string;
  id: string;
  account_id: string;
  name: string;
  email: string;
  role: string;
  role_id: string | null;
  locale: Generated<string>;
  deactivated_at: Date | null;
  created_at: Generated<Date>;
}

export interface RolesTable {
  workspace_id: string;
  id: string;
  name: string;
  base: string;
  permissions: string[];
  sees: string;
  unassigned: boolean;
  created_at: Date;
}

export interface TeamsTable {
  workspace_id: string;
  id: string;
  name: string;
  created_at: Generated<Date>;
}

export interface TeamMembersTable {
  workspace_id: string;
  team_id: string;
  agent_id: string;
}

export interface ApiKeysTable {
  workspace_id: string;
  id: string;
  name: string;
  role: string;
  secret_hash: Buffer;
  hint: string;
  created_by: string;
  created_at: Generated<Date>;
  last_used_at: Date | null;
  revoked_at: Date | null;
}
