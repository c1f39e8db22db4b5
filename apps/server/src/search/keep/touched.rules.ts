// Pure: what of the search has to be written anew after some facts.
import type { LoggedFact } from '../../platform/event-log/read.ts';

export type Touched = {
  messages: string[];
  /** Conversations whose messages may have come from another, or gone to it. */
  moved: string[];
  conversations: string[];
  marks: string[];
  customers: string[];
  organizations: string[];
  erased: string[];
};

const MESSAGES = new Set([
  'message.received',
  'message.sent',
  'message.failed',
  'message.moved',
  'note.added',
  'message.unsent',
  'message.withdrawn',
]);
const CONVERSATIONS = new Set([
  'conversation.opened',
  'conversation.renamed',
  'conversation.tagged',
  'conversation.line_added',
  'conversation.line_removed',
]);
const MOVED = new Set(['conversation.split', 'conversation.unsplit', 'conversation.unmerged']);
const MARKS = new Set(['conversation.assigned', 'conversation.marked_spam', 'conversation.unmarked_spam']);
const CUSTOMERS = new Set([
  'customer.created',
  'customer.updated',
  'customer.merged',
  'customer.unmerged',
  'identity.claimed',
  'identity.verified',
  'identity.proved',
]);

type Data = {
  messageId?: string;
  customerId?: string;
  ownerId?: string;
  from?: string;
  to?: string;
  organizationId?: string;
  customerIds?: string[];
};

/** Each id once, in the order of the facts. */
export function touchedBy(facts: readonly Pick<LoggedFact, 'name' | 'data' | 'conversation_id'>[]): Touched {
  const sets = {
    messages: new Set<string>(),
    moved: new Set<string>(),
    conversations: new Set<string>(),
    marks: new Set<string>(),
    customers: new Set<string>(),
    organizations: new Set<string>(),
    erased: new Set<string>(),
  };
  for (const { name, data: raw, conversation_id } of facts) {
    const data = raw as Data;
    if (MESSAGES.has(name) && data.messageId) sets.messages.add(data.messageId);
    if (CONVERSATIONS.has(name) && conversation_id) sets.conversations.add(conversation_id);
    if (MOVED.has(name) && conversation_id) sets.moved.add(conversation_id);
    if (MARKS.has(name) && conversation_id) sets.marks.add(conversation_id);
    if (CUSTOMERS.has(name)) for (const id of [data.customerId, data.ownerId]) if (id) sets.customers.add(id);
    if (name === 'identity.moved') for (const id of [data.from, data.to]) if (id) sets.customers.add(id);
    if (name === 'organization.updated' && data.organizationId) sets.organizations.add(data.organizationId);
    if (name === 'customer.erased') for (const id of data.customerIds ?? []) sets.erased.add(id);
  }
  return {
    messages: [...sets.messages],
    moved: [...sets.moved],
    conversations: [...sets.conversations],
    marks: [...sets.marks],
    customers: [...sets.customers],
    organizations: [...sets.organizations],
    erased: [...sets.erased],
  };
}
