import type { Generated } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    bot_states: BotStatesTable;
    bot_steps: BotStepsTable;
  }
}

export interface BotStatesTable {
  workspace_id: string;
  conversation_id: string;
  state: unknown;
  updated_at: Generated<Date>;
}

export interface BotStepsTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  asked_message_id: string;
  message_id: string | null;
  at: Date;
  query: string;
  query_folded: string;
  decision: string;
  because: string;
  confidence: number | null;
  correct: number | null;
  in_scope: number | null;
  candidates: Generated<unknown>;
  unanswered: Generated<boolean>;
  dismissed_at: Date | null;
}
