import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    approval_rules: ApprovalRulesTable;
    approvals: ApprovalsTable;
  }
}

export interface ApprovalRulesTable {
  workspace_id: string;
  id: string;
  name: string;
  enabled: boolean;
  place: number;
  /** ApprovalConditions. */
  conditions: unknown;
  approver_agent_ids: string[];
  approver_team_ids: string[];
  minutes: number;
}

export interface ApprovalsTable {
  workspace_id: string;
  id: string;
  message_id: string;
  conversation_id: string;
  rule_name: string;
  approver_agent_ids: string[];
  approver_team_ids: string[];
  author_id: string;
  state: string;
  asked_at: Date;
  overdue_at: Date;
  /** When everybody who may approve was asked. */
  escalated_at: Date | null;
  decided_at: Date | null;
  decided_by: string | null;
  decided_by_name: Generated<string>;
  comment: Generated<string>;
  /** What its author wrote, where it was changed before it went out. */
  original_text: string | null;
}
