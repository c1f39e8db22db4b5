import { getSpamFilter, listSpamBlocks } from '@madoguchi/contract/spam.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const spamFilterQuery = queryOptions({ queryKey: ['spam-filter'], queryFn: () => call(getSpamFilter, {}), staleTime: 0 });

export const blocksKey = ['spam-blocks'] as const;
export const blocksQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...blocksKey, q],
    queryFn: ({ pageParam }) =>
      call(listSpamBlocks, { query: { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  });
