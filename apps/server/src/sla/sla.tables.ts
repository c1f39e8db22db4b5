import type { Escalation, PolicyConditions, PolicyTargets } from '@madoguchi/contract/promises.ts';
import type { Generated, GeneratedAlways } from 'kysely';
import type { Standing } from './standing/standing.types.ts';

declare module '../platform/db/tables.ts' {
  interface Tables {
    sla_policies: SlaPoliciesTable;
    sla_states: SlaStatesTable;
    sla_clocks: SlaClocksTable;
  }
}

export interface SlaPoliciesTable {
  workspace_id: string;
  id: string;
  name: string;
  position: number;
  enabled: boolean;
  conditions: PolicyConditions;
  targets: PolicyTargets;
  escalations: Escalation[];
  /** In percent of the time promised. */
  warn_at: number;
  /** Whether the bot's first answer is the first response. */
  bot_answers: boolean;
  /** What fell due, or was over, before it counted was never promised. */
  counts_since: Date;
}

export interface SlaStatesTable {
  workspace_id: string;
  conversation_id: string;
  inbox_id: string;
  /** The last fact of the log that is in the state. */
  position: number;
  state: Standing;
  policy_id: string | null;
}

export interface SlaClocksTable {
  workspace_id: string;
  conversation_id: string;
  inbox_id: string;
  promise: string;
  round: number;
  policy_id: string;
  started_at: Date;
  minutes: number;
  due_at: Date | null;
  warn_at: Date | null;
  paused: boolean;
  warned_at: Date | null;
  breached_at: Date | null;
  met_at: Date | null;
  met_told: Generated<boolean>;
  ended_at: Date | null;
  next_at: GeneratedAlways<Date | null>;
}
