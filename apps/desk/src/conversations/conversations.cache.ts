import type { Conversation, ConversationDetail, ListOrder, View } from '@madoguchi/contract/conversations.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import type { QueryClient } from '@tanstack/react-query';
import { foldInMessage, foldIntoPages, type Pages, renewInPages } from '../live/fold-frame.ts';
import { keys } from './conversations.queries.ts';
import { type FieldFilter, fitsFilter } from './list/field-filter.ts';
import { isInView } from './views.ts';

/** Puts a conversation, as it is now, into every list that is in memory: renewed, moved, added or taken out. */
export function putIntoLists(client: QueryClient, conversation: Conversation, myId: string): void {
  for (const [key] of client.getQueriesData<Pages>({ queryKey: keys.lists })) {
    const { view, q, order, ...filter } = key[2] as { view: View; q: string; order: ListOrder } & FieldFilter;
    const belongs = isInView(view, conversation, myId) && fitsFilter(filter, conversation);
    client.setQueryData<Pages>(
      key,
      (pages) => pages && (q ? renewInPages(pages, conversation) : foldIntoPages(pages, conversation, belongs, order)),
    );
  }
}

/** Takes a conversation that is out of sight now out of every list that is in memory. */
export function takeOffLists(client: QueryClient, id: string): void {
  client.setQueriesData<Pages>(
    { queryKey: keys.lists },
    (lists) => lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) },
  );
}

/** The open conversation's row alone; lists follow when the server has agreed. */
export function putIntoDetail(client: QueryClient, id: string, change: (conversation: Conversation) => Conversation): void {
  client.setQueryData<ConversationDetail>(keys.one(id), (detail) => detail && { ...detail, conversation: change(detail.conversation) });
}

export function putMessage(client: QueryClient, message: Message): void {
  client.setQueryData<ConversationDetail>(keys.one(message.conversationId), (detail) => detail && foldInMessage(detail, message));
}

/** A row that some list has in memory: what a header can show before the conversation itself is here. */
export function knownConversation(client: QueryClient, id: string): Conversation | undefined {
  for (const [, pages] of client.getQueriesData<Pages>({ queryKey: keys.lists })) {
    const found = pages?.pages.flatMap((page) => page.items).find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}
