/** Who writes right now, over the bus: said by either side, forgotten at once. */
export const typingTopic = 'typing';

export type TypingPayload = {
  by: 'customer' | 'agent';
  customerId: string;
  /** Known when an agent types; a visitor's open conversation is found by the customer. */
  conversationId: string | null;
  typing: boolean;
  name: string;
};
