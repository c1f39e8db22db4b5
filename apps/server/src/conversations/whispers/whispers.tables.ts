import type { WhisperOutcome } from '@madoguchi/contract/whispers.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    whispers: WhispersTable;
  }
}

/** One word between a supervisor and the agent who has a conversation. `author_id`: an agent, or a program's key. */
export interface WhispersTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  author_id: string;
  author_name: string;
  to_agent_id: string;
  text: string;
  answers: string | null;
  outcome: WhisperOutcome | null;
  settled_at: Date | null;
  idempotency_key: string;
  created_at: Date;
}
