declare module '../platform/db/tables.ts' {
  interface Tables {
    procedures: ProceduresTable;
    procedure_versions: ProcedureVersionsTable;
    procedure_runs: ProcedureRunsTable;
    procedure_checks: ProcedureChecksTable;
  }
}

export interface ProceduresTable {
  workspace_id: string;
  id: string;
  name: string;
  enabled: boolean;
  place: number;
  /** What conversations begin with from now on. */
  version: number;
  /** ProcedureConditions. */
  conditions: unknown;
  updated_at: Date;
  updated_by: string;
  removed_at: Date | null;
}

export interface ProcedureVersionsTable {
  workspace_id: string;
  procedure_id: string;
  version: number;
  name: string;
  /** ProcedureStep[]. */
  steps: unknown;
  saved_at: Date;
  saved_by: string;
}

export interface ProcedureRunsTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  procedure_id: string;
  version: number;
  begun_at: Date;
  begun_by: string;
  completed_at: Date | null;
  left_at: Date | null;
}

export interface ProcedureChecksTable {
  workspace_id: string;
  run_id: string;
  step_id: string;
  checked_at: Date;
  agent_id: string | null;
  agent_name: string;
}
