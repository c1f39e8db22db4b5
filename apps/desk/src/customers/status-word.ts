import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { AdminKey } from '../admin/admin-words.ts';

/** Whose turn it is, in the words of the desk: 未対応 and 対応中 are read off `open`. */
export function statusWord({ status, handledBy, agentActed }: Pick<Conversation, 'status' | 'handledBy' | 'agentActed'>): AdminKey {
  if (status !== 'open') return `conversation.${status}`;
  if (handledBy === 'bot') return 'conversation.bot';
  return agentActed ? 'conversation.in_progress' : 'conversation.new';
}
