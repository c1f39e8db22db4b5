import type { ConversationDetail, ListOrder, View } from '@madoguchi/contract/conversations.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  countConversations,
  earlierMessages,
  getConversation,
  getConversationProcedure,
  listAgents,
  listApprovals,
  listConversations,
  listLines,
  listMentionable,
  listTags,
  listTeams,
  promisesOfConversation,
} from '../app/api.ts';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';
import type { FieldFilter } from './list/field-filter.ts';
import { joinDetail } from './timeline/join-detail.ts';

export const keys = {
  all: ['conversations'] as const,
  lists: ['conversations', 'list'] as const,
  list: (view: View, q: string, order: ListOrder, filter: FieldFilter) => ['conversations', 'list', { view, q, order, ...filter }] as const,
  counts: ['conversations', 'counts'] as const,
  one: (id: string) => ['conversations', 'one', id] as const,
  promises: (id: string) => ['conversations', 'promises', id] as const,
  lines: (id: string) => ['conversations', 'lines', id] as const,
  procedure: (id: string) => ['conversations', 'procedure', id] as const,
  approvals: (id: string) => ['conversations', 'approvals', id] as const,
  related: (id: string) => ['conversations', 'related', id] as const,
  whispers: (id: string) => ['conversations', 'whispers', id] as const,
  sides: (id: string) => ['conversations', 'sides', id] as const,
  mentionable: (id: string) => ['conversations', 'mentionable', id] as const,
  ofCustomer: (customerId: string) => ['conversations', 'of-customer', customerId] as const,
};

export const listQuery = (view: View, q: string, order: ListOrder, filter: FieldFilter = {}) =>
  infiniteQueryOptions({
    queryKey: keys.list(view, q, order, filter),
    queryFn: ({ pageParam }) =>
      call(listConversations, { query: { view, order, q: q || undefined, ...filter, cursor: pageParam ?? undefined, limit: 40 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const countsQuery = queryOptions({ queryKey: keys.counts, queryFn: () => call(countConversations, {}) });

/** A conversation with its timeline; earlier pages that were already read stay joined to it when it is asked for anew. */
export const detailQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: async () => {
      const fresh = await call(getConversation, { params: { id } });
      return joinDetail(queryClient.getQueryData<ConversationDetail>(keys.one(id)), fresh);
    },
  });

/** What the customer is promised. */
export const promisesQuery = (id: string) =>
  queryOptions({ queryKey: keys.promises(id), queryFn: () => call(promisesOfConversation, { params: { id } }) });

/** Whom a note can name, and who may see the conversation. */
export const mentionableQuery = (id: string) =>
  queryOptions({ queryKey: keys.mentionable(id), queryFn: () => call(listMentionable, { params: { id } }), staleTime: 60_000 });

/** What has to be done with its topic, and how far that is. */
export const procedureQuery = (id: string) =>
  queryOptions({ queryKey: keys.procedure(id), queryFn: () => call(getConversationProcedure, { params: { id } }) });

/** Replies in it that somebody had to approve. */
export const approvalsQuery = (id: string) =>
  queryOptions({ queryKey: keys.approvals(id), queryFn: () => call(listApprovals, { params: { id } }) });

/** Where the customer can be answered. */
export const linesQuery = (id: string) => queryOptions({ queryKey: keys.lines(id), queryFn: () => call(listLines, { params: { id } }) });

export const fetchEarlier = (id: string, before: number) => call(earlierMessages, { params: { id }, query: { before, limit: 50 } });

export const ofCustomerQuery = (customerId: string) =>
  queryOptions({
    queryKey: keys.ofCustomer(customerId),
    queryFn: () => call(listConversations, { query: { view: 'all', customerId, limit: 20 } }),
  });

/** Rarely change within a shift; asked for once and again after a while. */
export const agentsQuery = queryOptions({ queryKey: ['agents'], queryFn: () => call(listAgents, {}), staleTime: 5 * 60_000 });
export const teamsQuery = queryOptions({ queryKey: ['teams'], queryFn: () => call(listTeams, {}), staleTime: 5 * 60_000 });
export const tagsQuery = queryOptions({ queryKey: ['tags'], queryFn: () => call(listTags, {}), staleTime: 60_000 });
