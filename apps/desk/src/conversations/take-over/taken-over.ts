import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';

export type TakenOver = { factId: string; by: string; at: string };

/** That a colleague took a conversation from this agent, if that is how it stands; null: it is otherwise. */
export function takenFrom({ conversation, facts }: ConversationDetail, myId: string): TakenOver | null {
  if (conversation.assignee.agent === null || conversation.assignee.agent.id === myId) return null;
  const last = facts.findLast(({ name }) => name === 'conversation.assigned');
  const from = last?.data.from as { agentId?: string | null } | undefined;
  if (!last || from?.agentId !== myId || last.actor.id !== last.data.agentId || last.data.agentId !== conversation.assignee.agent.id)
    return null;
  return { factId: last.id, by: last.actor.name, at: last.at };
}
