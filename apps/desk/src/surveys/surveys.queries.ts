import type { Survey, SurveyScale } from '@madoguchi/contract/surveys.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { listSurveys } from '../app/api.ts';
import { call } from '../app/client.ts';
import type { Given } from './rating-words.ts';
import type { Period, SurveySearch } from './survey-search.ts';

export type Answer = Survey;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
export const DAYS: Period = 30;

/** To the hour, so that coming back shows what is there before it asks again. */
const since = (days: Period): string => new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - days * DAY_MS).toISOString();

/** Figures and answers of one question, page by page; the figures of the first page count. */
export const surveysQuery = ({ days = DAYS, inbox, agent, rating, commented }: SurveySearch) =>
  infiniteQueryOptions({
    queryKey: ['surveys', 'list', days, inbox, agent, rating, commented] as const,
    queryFn: ({ pageParam }) =>
      call(listSurveys, {
        query: {
          from: since(days),
          inboxId: inbox,
          agentId: agent,
          rating,
          commented: commented && 'yes',
          cursor: pageParam ?? undefined,
          limit: 50,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

/** The survey of a conversation, as of a fact that told of it. */
export const surveyOfQuery = (conversationId: string, factId: string) =>
  queryOptions({
    queryKey: ['surveys', 'conversation', conversationId, factId] as const,
    queryFn: () => call(listSurveys, { query: { conversationId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const ratingsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['surveys', 'customer', customerId] as const,
    queryFn: () => call(listSurveys, { query: { customerId, limit: 100 } }),
    staleTime: 60_000,
  });

/** How a customer rated their conversations, by conversation. */
export function useRatingsOf(customerId: string): ReadonlyMap<string, Given> {
  const { data } = useQuery(ratingsQuery(customerId));
  const given = data?.items.flatMap(({ conversation, rating, scale }): [string, { rating: number; scale: SurveyScale }][] =>
    rating === null ? [] : [[conversation.id, { rating, scale }]],
  );
  return new Map(given);
}
