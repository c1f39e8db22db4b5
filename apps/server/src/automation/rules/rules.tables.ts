import type { Action } from '@madoguchi/contract/actions.ts';
import type { Because, RuleWhen, RunOutcome } from '@madoguchi/contract/automation.ts';
import type { Conditions } from '@madoguchi/contract/automation-conditions.ts';
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { CarriedOut } from '../actions/actions.types.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    automation_rules: AutomationRulesTable;
    automation_waits: AutomationWaitsTable;
    automation_runs: AutomationRunsTable;
    automation_stops: AutomationStopsTable;
  }
}

export interface AutomationRulesTable {
  workspace_id: string;
  id: string;
  name: string;
  position: number;
  enabled: boolean;
  version: Generated<number>;
  occasion: JSONColumnType<RuleWhen>;
  conditions: JSONColumnType<Conditions>;
  actions: JSONColumnType<Action[]>;
  stop_after: boolean;
  /** What happened, or fell due, before it was switched on is not its business. */
  counts_since: Date;
  /** Of a rule of time: the version by which the waits of all conversations are written down. */
  armed_version: Generated<number>;
  last_error: JSONColumnType<{ code: string; at: string }> | null;
  created_at: Date;
  is_timer: GeneratedAlways<boolean>;
}

/** A conversation that a rule of time waits for. */
export interface AutomationWaitsTable {
  workspace_id: string;
  rule_id: string;
  conversation_id: string;
  inbox_id: string;
  started_at: Date;
  due_at: Date;
  /** When it was looked at, whether or not the rule acted. */
  done_at: Date | null;
}

export interface AutomationRunsTable {
  workspace_id: string;
  id: string;
  rule_id: string;
  rule_name: string;
  rule_version: number;
  conversation_id: string;
  inbox_id: string;
  /** `fact:<position>` or `wait:<its beginning, ISO 8601>`: what it answers. */
  cause: string;
  occasion: JSONColumnType<RuleWhen>;
  because: JSONColumnType<Because[]>;
  actions: JSONColumnType<Action[]>;
  outcomes: JSONColumnType<RunOutcome[]>;
  changed: boolean;
  /** Ids of the rules whose doing it answers, the first one first. */
  chain: string[];
  after_rule: string | null;
  item: JSONColumnType<NonNullable<CarriedOut['item']>> | null;
  at: Date;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface AutomationStopsTable {
  workspace_id: string;
  rule_id: string;
  conversation_id: string;
  inbox_id: string;
  at: Date;
}
