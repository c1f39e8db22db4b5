declare module '../../platform/db/tables.ts' {
  interface Tables {
    conversation_merges: ConversationMergesTable;
    conversation_splits: ConversationSplitsTable;
    conversation_distinctions: ConversationDistinctionsTable;
  }
}

export interface ConversationMergesTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  into_id: string;
  /** The last message of the one it went into, then. */
  into_seq: number;
  /** Threads that went along. */
  lines: string[];
  /** What the merge changed of the one it went into, as Image. */
  before: unknown;
  after: unknown;
  merged_by: string;
  merged_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}

export interface ConversationSplitsTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  into_id: string;
  /** Ids of the messages that went. */
  moved: unknown;
  lines: string[];
  before: unknown;
  after: unknown;
  split_by: string;
  split_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}

export interface ConversationDistinctionsTable {
  workspace_id: string;
  /** The smaller of the two ids. */
  one_id: string;
  other_id: string;
  said_by: string;
  said_at: Date;
}
