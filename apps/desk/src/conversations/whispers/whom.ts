import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useMe } from '../../app/me.ts';

export type Whom = { id: string; name: string };

/** The colleague who has a conversation, for those who may watch and whisper; null for everybody else, and where nobody has it. */
export function useWhom({ assignee, spam, mergedInto }: Conversation): Whom | null {
  const { agent, permissions } = useMe();
  const has = assignee.agent;
  if (!has || has.id === agent.id || spam || mergedInto || !permissions.includes('conversation.whisper')) return null;
  return has;
}
