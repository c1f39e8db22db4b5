import type { PresenceReason, QueueConditions, Reason } from '@madoguchi/contract/routing.ts';
import type { Generated, JSONColumnType } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    routing_settings: RoutingSettingsTable;
    skills: SkillsTable;
    queues: QueuesTable;
    routing_profiles: RoutingProfilesTable;
    agent_presences: AgentPresencesTable;
    routings: RoutingsTable;
    offers: OffersTable;
    stand_ins: StandInsTable;
    difficulty_weights: DifficultyWeightsTable;
    difficulty_corrections: DifficultyCorrectionsTable;
  }
}

export interface RoutingSettingsTable {
  workspace_id: string;
  reasons: JSONColumnType<PresenceReason[]>;
  away_after_minutes: number;
  last_agent_seconds: number;
  updated_at: Date;
}

export interface SkillsTable {
  workspace_id: string;
  id: string;
  name: string;
  created_at: Date;
}

export interface QueuesTable {
  workspace_id: string;
  id: string;
  name: string;
  position: number;
  is_default: Generated<boolean>;
  mode: string;
  conditions: JSONColumnType<QueueConditions>;
  team_ids: Generated<string[]>;
  agent_ids: Generated<string[]>;
  /** Skill id → least level. */
  skills: JSONColumnType<Record<string, number>>;
  tier: Generated<number>;
  honors_language: Generated<boolean>;
  priority_boost: Generated<number>;
  offer_seconds: Generated<number>;
  overflow_queue_id: string | null;
  overflow_minutes: number | null;
  created_at: Date;
  updated_at: Date;
}

export interface RoutingProfilesTable {
  workspace_id: string;
  agent_id: string;
  tier: number;
  languages: string[];
  /** Skill id → level. */
  skills: JSONColumnType<Record<string, number>>;
  chats: number;
  messages: number;
  calls: number;
}

export interface AgentPresencesTable {
  workspace_id: string;
  agent_id: string;
  state: Generated<string>;
  reason_id: string | null;
  since: Date;
  /** Away because no window was open, or because offers were missed. */
  automatic: Generated<boolean>;
  last_seen_at: Date | null;
  idle_since: Date;
  /** Offers in a row that ran out. */
  missed: Generated<number>;
}

export interface RoutingsTable {
  workspace_id: string;
  conversation_id: string;
  inbox_id: string;
  state: string;
  queue_id: string;
  queued_at: Date;
  overflowed: Generated<string[]>;
  tier: Generated<number>;
  round: Generated<number>;
  round_ended_at: Date | null;
  last_agent_id: string | null;
  difficulty: string;
  /** That it is hard, 0 to 1. */
  chance: number;
  reasons: JSONColumnType<Reason[]>;
  features: JSONColumnType<Record<string, number>>;
  corrected_by: string | null;
  updated_at: Date;
}

export interface OffersTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  inbox_id: string;
  queue_id: string;
  agent_id: string;
  round: number;
  why: JSONColumnType<Reason[]>;
  made_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  outcome: string | null;
  reason: string | null;
}

export interface StandInsTable {
  workspace_id: string;
  id: string;
  agent_id: string;
  stand_in_id: string;
  starts_at: Date;
  ends_at: Date;
  created_by: string;
}

export interface DifficultyWeightsTable {
  workspace_id: string;
  weights: JSONColumnType<Record<string, number>>;
  corrections: number;
  updated_at: Date;
}

export interface DifficultyCorrectionsTable {
  workspace_id: string;
  conversation_id: string;
  judged: string;
  corrected: string;
  features: JSONColumnType<Record<string, number>>;
  agent_id: string;
  at: Date;
}
