import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';

export type Returned = { messageId: string; text: string; by: string; comment: string };

/** The agent's reply that was sent back last and that they have not answered anew since; null: none. */
export function returnedTo(detail: ConversationDetail, myId: string): Returned | null {
  const fact = detail.facts.findLast(({ name, data }) => name === 'reply.returned' && data.authorId === myId);
  if (!fact) return null;
  const message = detail.messages.find(({ id }) => id === fact.data.messageId);
  const hasAnswered = detail.messages.some(
    ({ author, kind, at }) => author.id === myId && kind === 'message' && Date.parse(at) > Date.parse(fact.at),
  );
  if (!message || message.text === '' || hasAnswered) return null;
  return { messageId: message.id, text: message.text, by: fact.actor.name, comment: String(fact.data.comment ?? '') };
}
