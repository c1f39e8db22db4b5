import type { ModelOutcome } from '@madoguchi/contract/models.ts';
import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    model_settings: ModelSettingsTable;
    model_calls: ModelCallsTable;
  }
}

export interface ModelSettingsTable {
  workspace_id: string;
  chat_url: string;
  chat_model: string;
  chat_key: Buffer | null;
  chat_enabled: boolean;
  time_limit_ms: number;
  price_in: number | null;
  price_out: number | null;
  currency: string;
  updated_at: Date;
}

export interface ModelCallsTable {
  workspace_id: string;
  id: string;
  at: Date;
  purpose: string;
  model: string;
  ms: number;
  tokens_in: number;
  tokens_out: number;
  cost: number | null;
  currency: string;
  outcome: ModelOutcome;
  conversation_id: string | null;
  trace: Generated<unknown>;
}
