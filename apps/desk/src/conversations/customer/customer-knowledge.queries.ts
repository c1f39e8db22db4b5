import { queryOptions } from '@tanstack/react-query';
import { listAttributes, listCustomerNotes } from '../../app/api.ts';
import { call } from '../../app/client.ts';

/** What the company wants to know of customers and organizations. Rarely changes within a shift. */
export const attributesQuery = queryOptions({ queryKey: ['attributes'], queryFn: () => call(listAttributes, {}), staleTime: 60_000 });

/** What colleagues should know of a person. */
export const notesQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'notes', customerId] as const,
    queryFn: () => call(listCustomerNotes, { params: { id: customerId } }),
  });
