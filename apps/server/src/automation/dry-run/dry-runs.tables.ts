import type { Because, RuleWhen } from '@madoguchi/contract/automation.ts';
import type { Conditions } from '@madoguchi/contract/automation-conditions.ts';
import type { Generated, JSONColumnType } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    automation_dry_runs: AutomationDryRunsTable;
  }
}

/** What a dry run asks: what a rule says, without what it does. */
export type Asking = { when: RuleWhen; conditions: Conditions };

/** What it found so far. `perDay`: by date of the workspace. */
export type Found = {
  conversations: number;
  runs: number;
  perDay: Record<string, number>;
  matches: { conversationId: string; at: string; because: Because[]; times: number }[];
};

export interface AutomationDryRunsTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  /** The inboxes they see; null: all. */
  inboxes: string[] | null;
  days: number;
  rule: JSONColumnType<Asking>;
  state: string;
  looked: Generated<number>;
  total: number;
  /** The conversation looked at last. */
  after: JSONColumnType<{ at: string; id: string }> | null;
  result: JSONColumnType<Found>;
  asked_at: Date;
}
