import type { FoundConversation } from '@madoguchi/contract/search.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { searchBuild, searchEverything } from '../app/api.ts';
import { call } from '../app/client.ts';
import { groups, isNarrowed, type SearchParams, stretchOf } from './search-params.ts';

/** The first page holds every group, so that nothing is pushed down by what comes later; the next ones conversations only. */
export const searchQuery = (search: SearchParams) => {
  const { q = '', only, channel, inbox, agent, spam } = search;
  const kinds = only ?? (isNarrowed(search) ? 'conversations' : groups.join(','));
  return infiniteQueryOptions({
    queryKey: ['search', search],
    queryFn: ({ pageParam }) =>
      call(searchEverything, {
        query: {
          q,
          kinds: pageParam ? 'conversations' : kinds,
          ...stretchOf(search, Date.now()),
          channel,
          inbox,
          agent,
          spam: spam ? 'yes' : 'no',
          cursor: pageParam ?? undefined,
          limit: 20,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.conversations?.nextCursor ?? null,
    staleTime: 5000,
    enabled: q !== '',
  });
};

/** What the palette shows of it. */
export const quickQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'quick', q],
    queryFn: () => call(searchEverything, { query: { q, kinds: 'conversations,customers,orders', spam: 'no', limit: 4 } }),
    staleTime: 10_000,
    enabled: q.length > 1,
  });

/** Looked at again while the search still reads what was there before it. */
export const searchBuildQuery = queryOptions({
  queryKey: ['search', 'build'],
  queryFn: () => call(searchBuild, {}),
  refetchInterval: (query) => (query.state.data?.isFinished === false ? 3000 : false),
  staleTime: 60_000,
});

/** A conversation that moved up between two pages would stand there twice. */
export const distinctConversations = (pages: readonly { conversations: { items: FoundConversation[] } | null }[]): FoundConversation[] => {
  const seen = new Map<string, FoundConversation>();
  for (const found of pages.flatMap(({ conversations }) => conversations?.items ?? []))
    if (!seen.has(found.conversation.id)) seen.set(found.conversation.id, found);
  return [...seen.values()];
};
