import { listAllDuplicates } from '@madoguchi/contract/customer-merges.ts';
import { type CustomerFilter, countCustomers, getCustomer, listCustomers } from '@madoguchi/contract/customers.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { listOrganizations, proposeOrganization } from '@madoguchi/contract/organizations.ts';
import { customerTimeline, readErasable } from '@madoguchi/contract/people.ts';
import { listSegments } from '@madoguchi/contract/segments.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

export type CustomerRow = OutputOf<typeof listCustomers>['items'][number];

export const keys = {
  lists: ['customers', 'list'] as const,
  one: (id: string) => ['customers', 'one', id] as const,
  timeline: (id: string) => ['customers', 'timeline', id] as const,
  organizations: ['organizations'] as const,
};

export const customersQuery = (filter: CustomerFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ pageParam }) => call(listCustomers, { query: { ...filter, cursor: pageParam ?? undefined, limit: 50 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const customersCountQuery = (filter: CustomerFilter) =>
  queryOptions({ queryKey: ['customers', 'count', filter], queryFn: () => call(countCustomers, { query: filter }) });

export const customerQuery = (id: string) => queryOptions({ queryKey: keys.one(id), queryFn: () => call(getCustomer, { params: { id } }) });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.timeline(id),
    queryFn: ({ pageParam }) => call(customerTimeline, { params: { id }, query: { cursor: pageParam ?? undefined, limit: 30 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Asked anew whenever somebody is about to erase: a hold may have come or gone. */
export const erasableQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'erasable', id],
    queryFn: () => call(readErasable, { params: { id } }),
    staleTime: 0,
    gcTime: 0,
  });

/** Rarely change within a shift. */
export const segmentsQuery = queryOptions({ queryKey: ['segments'], queryFn: () => call(listSegments, {}), staleTime: 60_000 });
export const allDuplicatesQuery = queryOptions({
  queryKey: ['customers', 'duplicates', 'all'],
  queryFn: () => call(listAllDuplicates, {}),
  staleTime: 60_000,
});

export const organizationsQuery = (q: string) =>
  queryOptions({
    queryKey: [...keys.organizations, q],
    queryFn: () => call(listOrganizations, { query: { q: q || undefined, limit: 20 } }),
  });

export const proposalQuery = (id: string) =>
  queryOptions({ queryKey: ['customers', 'organization-proposal', id], queryFn: () => call(proposeOrganization, { params: { id } }) });
