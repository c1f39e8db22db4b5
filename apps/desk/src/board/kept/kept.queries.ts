import { attainment, attainmentConversations, type Outcome, type Promised } from '@madoguchi/contract/promises.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import type { Period } from '../../surveys/survey-search.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** To the hour, so that coming back shows what is there before it asks again. `to` lies ahead: what began this minute counts. */
function periodOf(days: Period) {
  const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  return { from: new Date(hour - days * DAY_MS).toISOString(), to: new Date(hour + HOUR_MS).toISOString() };
}

/** How many promises of each kind were kept. */
export const keptQuery = (days: Period, policyId: string | undefined) =>
  queryOptions({
    queryKey: ['promises-kept', days, policyId] as const,
    queryFn: () => call(attainment, { query: { ...periodOf(days), policyId } }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** The conversations behind one of the numbers. */
export const keptListQuery = (days: Period, policyId: string | undefined, promise: Promised, outcome: Outcome) =>
  infiniteQueryOptions({
    queryKey: ['promises-kept', 'list', days, policyId, promise, outcome] as const,
    queryFn: ({ pageParam }) =>
      call(attainmentConversations, {
        query: { ...periodOf(days), policyId, promise, outcome, cursor: pageParam ?? undefined, limit: 50 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
