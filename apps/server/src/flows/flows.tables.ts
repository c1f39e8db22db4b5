declare module '../platform/db/tables.ts' {
  interface Tables {
    flows: FlowsTable;
    flow_versions: FlowVersionsTable;
    flow_runs: FlowRunsTable;
    flow_visits: FlowVisitsTable;
  }
}

export interface FlowsTable {
  workspace_id: string;
  id: string;
  name: string;
  status: string;
  plan: unknown;
  version: number;
  published_version: number | null;
  published_plan: unknown;
  updated_at: Date;
  updated_by: string;
}

export interface FlowVersionsTable {
  workspace_id: string;
  flow_id: string;
  version: number;
  plan: unknown;
  saved_at: Date;
  saved_by: string;
}

export interface FlowRunsTable {
  workspace_id: string;
  id: string;
  flow_id: string;
  flow_version: number;
  conversation_id: string;
  step: string | null;
  answers: unknown;
  chosen: unknown;
  tries: number;
  identifying: unknown;
  question: string;
  status: string;
  started_at: Date;
  updated_at: Date;
}

export interface FlowVisitsTable {
  workspace_id: string;
  run_id: string;
  step_id: string;
  at: Date;
}
