import type { Conversation, ConversationDetail, ListOrder } from '@madoguchi/contract/conversations.ts';
import type { LiveFrame } from '@madoguchi/contract/live.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { joinById, joinMessages } from '../conversations/timeline/join-detail.ts';

export type FactFrame = Extract<LiveFrame, { type: 'fact' }>;
export type Pages = { pages: { items: Conversation[]; nextCursor: string | null }[]; pageParams: (string | null)[] };

/**
 * Frames may come late or twice after a reconnect. A row counts as newer when it happened later, or at the same instant
 * (a change of tags or status does not move the last activity).
 */
const isNotOlder = (next: Conversation, now: Conversation) => next.lastSeq >= now.lastSeq && next.lastActivityAt >= now.lastActivityAt;

/** The customer's reading is a fact about the conversation; each of our messages up to there becomes read. */
const withRead = (messages: Message[], seenSeq: number): Message[] =>
  messages.map((message) => {
    const reached =
      (message.delivery === 'sent' || message.delivery === 'delivered') &&
      message.kind === 'message' &&
      message.author.kind !== 'customer' &&
      message.seq <= seenSeq;
    return reached ? { ...message, delivery: 'seen' } : message;
  });

/** An open conversation with a message as the server answered. The answer may come later than the news that the customer has read it. */
export const foldInMessage = (detail: ConversationDetail, message: Message): ConversationDetail => ({
  ...detail,
  messages: withRead(joinMessages(detail.messages, [message]), detail.conversation.customerSeenSeq),
});

/** Without a message that was moved elsewhere. */
const stayed = ({ messages, conversation }: ConversationDetail, { name, data }: FactFrame['fact']): Message[] =>
  name === 'message.moved' && data.from === conversation.id ? messages.filter(({ id }) => id !== data.messageId) : messages;

/** An open conversation after a fact: the row, the message, why the bot did it, and the fact itself as a line. */
export function foldIntoDetail(detail: ConversationDetail, frame: FactFrame): ConversationDetail {
  const { message, botStep, fact } = frame;
  const conversation = frame.conversation && isNotOlder(frame.conversation, detail.conversation) ? frame.conversation : detail.conversation;
  return {
    ...detail,
    conversation,
    messages: withRead(message ? joinMessages(detail.messages, [message]) : stayed(detail, fact), conversation.customerSeenSeq),
    botSteps: botStep ? joinById(detail.botSteps, [botStep]) : detail.botSteps,
    facts: joinById(detail.facts, [fact]),
  };
}

/** What a list is in the order of: the smaller stands above. Without a due time one comes last, as on the server. */
const rankIn = (order: ListOrder, { due, lastActivityAt }: Conversation): number =>
  order === 'activity' ? -Date.parse(lastActivityAt) : due ? Date.parse(due.at) : Number.MAX_SAFE_INTEGER;

/**
 * A list after one of its conversations changed: taken out where it stood, put where its last activity (or due time) says, or gone when
 * it left the view. A conversation that would stand below what is loaded is left for the next page.
 */
export function foldIntoPages(pages: Pages, conversation: Conversation, belongs: boolean, order: ListOrder = 'activity'): Pages {
  const rank = rankIn(order, conversation);
  const isBelow = (item: Conversation) => rankIn(order, item) > rank;
  const now = pages.pages.flatMap((page) => page.items).find((item) => item.id === conversation.id);
  if (!now && !belongs) return pages;
  if (now && !isNotOlder(conversation, now)) return pages;
  if (now && belongs && rankIn(order, now) === rank) return renewInPages(pages, conversation);
  const without = pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== conversation.id) }));
  if (!belongs) return { ...pages, pages: without };
  const last = without.length - 1;
  const at = without.findIndex((page, index) => page.items.some(isBelow) || (index === last && page.nextCursor === null));
  if (at === -1) return { ...pages, pages: without };
  const items = [...without[at]!.items];
  const below = items.findIndex(isBelow);
  items.splice(below === -1 ? items.length : below, 0, conversation);
  return { ...pages, pages: without.with(at, { ...without[at]!, items }) };
}

/** A searched list keeps its rows and order; only what they say is renewed. */
export function renewInPages(pages: Pages, conversation: Conversation): Pages {
  let found = false;
  const renewed = pages.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      if (item.id !== conversation.id || !isNotOlder(conversation, item)) return item;
      found = true;
      return conversation;
    }),
  }));
  return found ? { ...pages, pages: renewed } : pages;
}
