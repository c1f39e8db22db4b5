import { getCustomer, listCustomers } from '@madoguchi/contract/customers.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

export type CustomerRow = OutputOf<typeof listCustomers>['items'][number];

export const keys = {
  lists: ['customers', 'list'] as const,
  list: (q: string) => ['customers', 'list', q] as const,
  one: (id: string) => ['customers', 'one', id] as const,
};

export const customersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: keys.list(q),
    queryFn: ({ pageParam }) => call(listCustomers, { query: { q: q || undefined, cursor: pageParam ?? undefined, limit: 50 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const customerQuery = (id: string) => queryOptions({ queryKey: keys.one(id), queryFn: () => call(getCustomer, { params: { id } }) });
