import { queryOptions } from '@tanstack/react-query';
import { getConversationRouting, listMyOffers, listPresences } from '../app/api.ts';
import { call } from '../app/client.ts';

/** Everybody's presence, and the reasons there are. Facts renew it; a look now and then is for what no fact told. */
export const presencesQuery = queryOptions({ queryKey: ['presences'], queryFn: () => call(listPresences, {}), staleTime: 60_000 });

/** What is offered to me. `skew`: by how much this machine's clock is ahead of the server's, in ms. */
export const offersQuery = queryOptions({
  queryKey: ['offers'],
  queryFn: async () => {
    const { items, now } = await call(listMyOffers, {});
    return { items, skew: Date.now() - Date.parse(now) };
  },
  staleTime: 20_000,
});

export const conversationRoutingKey = ['conversation-routing'] as const;
export const conversationRoutingQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationRoutingKey, id],
    queryFn: () => call(getConversationRouting, { params: { id } }),
    staleTime: 30_000,
  });
