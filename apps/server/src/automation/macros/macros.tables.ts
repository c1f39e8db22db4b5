declare module '../../platform/db/tables.ts' {
  interface Tables {
    macros: MacrosTable;
    macro_runs: MacroRunsTable;
  }
}

export interface MacrosTable {
  workspace_id: string;
  id: string;
  name: string;
  folder_id: string | null;
  owner: string;
  team_id: string | null;
  agent_id: string | null;
  /** As the contract's actions. */
  actions: unknown;
  channels: string[];
  inbox_ids: string[];
  created_at: Date;
  updated_at: Date;
}

export interface MacroRunsTable {
  workspace_id: string;
  id: string;
  macro_id: string;
  agent_id: string;
  conversation_id: string;
  ran_at: Date;
  key: string;
}
