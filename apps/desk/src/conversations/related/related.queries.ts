import { queryOptions } from '@tanstack/react-query';
import { listConversations, listRelated } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { keys } from '../conversations.queries.ts';

/** The conversations that one has to do with. Kept up by what the live line tells. */
export const relatedQuery = (id: string) =>
  queryOptions({ queryKey: keys.related(id), queryFn: () => call(listRelated, { params: { id } }) });

/** Conversations by number or words, whosever they are. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ['conversations', 'to-link', q] as const,
    queryFn: () => call(listConversations, { query: { view: 'all', q, limit: 10 } }),
    enabled: q !== '',
  });
