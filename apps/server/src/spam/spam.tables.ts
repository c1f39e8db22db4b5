declare module '../platform/db/tables.ts' {
  interface Tables {
    spam_blocks: SpamBlocksTable;
    spam_lessons: SpamLessonsTable;
    spam_tokens: SpamTokensTable;
    spam_filters: SpamFiltersTable;
  }
}

export interface SpamBlocksTable {
  workspace_id: string;
  id: string;
  /** 'domain', or a kind of identity. */
  kind: string;
  value: string;
  because: string;
  agent_id: string | null;
  agent_name: string;
  created_at: Date;
}

export interface SpamLessonsTable {
  workspace_id: string;
  conversation_id: string;
  class: string;
  /** What was counted for it, so that it can be unlearned to the letter. */
  tokens: string[];
  learned_at: Date;
}

export interface SpamTokensTable {
  workspace_id: string;
  token: string;
  /** In how many lessons of either class it is. */
  spam: number;
  ham: number;
}

export interface SpamFiltersTable {
  workspace_id: string;
  off_since: Date | null;
  /** From this score on it acts; null as long as nothing was measured. */
  threshold: number | null;
  /** How it did, as Measured. */
  measured: unknown;
  measured_at: Date | null;
}
