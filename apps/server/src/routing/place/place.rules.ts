// Pure: whether a conversation waits to be given to somebody.
import type { ConversationRow } from '../../conversations/conversations.types.ts';

type Standing = Pick<ConversationRow, 'handled_by' | 'status' | 'merged_into' | 'assignee_agent_id' | 'turn'>;

/** People have it, it is our turn, and nobody is responsible. */
export const waitsForSomebody = (row: Standing): boolean =>
  row.handled_by === 'human' && row.status === 'open' && row.merged_into === null && row.assignee_agent_id === null && row.turn !== 'spam';
