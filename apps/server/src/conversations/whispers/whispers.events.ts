import type { WhisperOutcome } from '@madoguchi/contract/whispers.ts';
import { fact } from '../../platform/event-log/fact.ts';

/** Both are for their two people and for those who may whisper, and for nobody else. */
export const whisperSaid = fact('whisper.said', 1)<{ whisperId: string; authorId: string; toAgentId: string }>();
export const whisperSettled = fact('whisper.settled', 1)<{
  whisperId: string;
  authorId: string;
  toAgentId: string;
  outcome: WhisperOutcome;
}>();
