import { queryOptions } from '@tanstack/react-query';
import { listCannedResponses, suggestCannedResponses, textValues } from '../../app/api.ts';
import { call } from '../../app/client.ts';

export const cannedQuery = queryOptions({
  queryKey: ['canned-responses'],
  queryFn: () => call(listCannedResponses, {}),
  staleTime: 60_000,
});

/** What texts can say of a conversation. Whether it is open hours now changes by itself: it is asked for again after a minute. */
export const textValuesQuery = (id: string) =>
  queryOptions({ queryKey: ['text-values', id], queryFn: () => call(textValues, { params: { id } }), staleTime: 60_000 });

/** What fits the customer's last words; other words are another question. */
export const cannedSuggestionsQuery = (id: string, lastQuestion: string) =>
  queryOptions({
    queryKey: ['canned-suggestions', id, lastQuestion],
    queryFn: () => call(suggestCannedResponses, { params: { id } }),
    staleTime: 10 * 60_000,
    retry: false,
  });
