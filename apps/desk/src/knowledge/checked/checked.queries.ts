import { listCheckedQuestions } from '@madoguchi/contract/checked-questions.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

/** Questions whose right answer is known, last added first. */
export const checkedQuery = infiniteQueryOptions({
  queryKey: ['checked-questions'],
  queryFn: ({ pageParam }) => call(listCheckedQuestions, { query: { cursor: pageParam ?? undefined, limit: 50 } }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});
