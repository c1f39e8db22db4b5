import type { ChatConversation, ChatMessage } from '@madoguchi/contract/chat.ts';
import { isLive, type Said, type State } from './state.ts';
import { isAfter } from './unread.ts';

/** Adds or refreshes messages by id, each once, in order: the same whether they came by socket, answer or reload. */
export function mergeSaid(said: Said[], incoming: ChatMessage[], conversation: number): Said[] {
  const byId = new Map(said.map((one) => [one.id, one]));
  for (const message of incoming) byId.set(message.id, { ...message, conversation });
  return [...byId.values()].sort((a, b) => (isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : 0));
}

type Heard = { conversation: ChatConversation | null; messages: ChatMessage[] };

/**
 * Takes in what the server says about a conversation. What it acknowledges is no longer on its way out.
 * A late word about an earlier conversation adds its messages but does not push the newer one aside.
 */
export function takeIn(state: State, { conversation, messages }: Heard): Partial<State> {
  if (!conversation) return {};
  const current = state.conversation;
  const acknowledged = new Set(messages.map((message) => message.externalId));
  const fromAgent = messages.some((message) => message.author.kind === 'agent');
  return {
    conversation: current && current.number > conversation.number ? current : newer(current, conversation),
    said: mergeSaid(state.said, messages, conversation.number),
    outgoing: state.outgoing.filter((item) => !acknowledged.has(item.externalId)),
    ...(fromAgent && { typing: null }),
  };
}

// An answer overtaken by a frame must not take a read mark back.
const newer = (current: ChatConversation | null, next: ChatConversation): ChatConversation =>
  current?.id === next.id ? { ...next, agentSeenSeq: Math.max(current.agentSeenSeq, next.agentSeenSeq) } : next;

/** A line of the conversation as it is drawn. `first` and `last`: of a group by one author. */
export type Row =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'begin'; key: string; number: number }
  | { kind: 'said'; key: string; said: Said; first: boolean; last: boolean };

const groupInMilliseconds = 5 * 60_000;

/** Messages with a line for each new day and each new conversation, grouped by author and nearness in time. */
export function toRows(said: Said[]): Row[] {
  const rows: Row[] = [];
  said.forEach((one, index) => {
    const before = said[index - 1];
    const after = said[index + 1];
    if (before && before.conversation !== one.conversation)
      rows.push({ kind: 'begin', key: `begin-${one.conversation}`, number: one.conversation });
    if (!before || !sameDay(before, one)) rows.push({ kind: 'day', key: `day-${one.id}`, at: new Date(one.at) });
    rows.push({
      kind: 'said',
      key: one.externalId ?? one.id,
      said: one,
      first: !before || !together(before, one),
      last: !after || !together(one, after),
    });
  });
  return rows;
}

const sameDay = (a: Said, b: Said) => new Date(a.at).toDateString() === new Date(b.at).toDateString();

const together = (a: Said, b: Said) =>
  a.conversation === b.conversation &&
  a.author.kind === b.author.kind &&
  a.author.name === b.author.name &&
  Date.parse(b.at) - Date.parse(a.at) < groupInMilliseconds &&
  sameDay(a, b);

/** The message whose buttons still mean something: the newest from the company while nothing was said or chosen since. */
export function answerable(state: Pick<State, 'said' | 'outgoing' | 'conversation'>): string | null {
  const last = state.said.findLast((one) => one.author.kind !== 'system');
  return last && last.author.kind !== 'customer' && isLive(state) && !state.outgoing.length ? last.id : null;
}

/** The label the customer chose on a message with buttons, as far as the next thing said tells it. */
export function chosenAfter(said: Said[], id: string): string | null {
  const at = said.findIndex((one) => one.id === id);
  const next = said.slice(at + 1).find((one) => one.author.kind !== 'system');
  return at >= 0 && next?.author.kind === 'customer' ? next.text : null;
}
