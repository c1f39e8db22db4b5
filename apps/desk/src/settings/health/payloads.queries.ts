import { comparePayload, listPayloads } from '@madoguchi/contract/channels.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const payloadsQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['payloads', inboxId],
    queryFn: () => call(listPayloads, { params: { id: inboxId }, query: { state: 'failed', limit: 100 } }),
    staleTime: 0,
  });

export const comparisonQuery = (payloadId: string) =>
  queryOptions({
    queryKey: ['payload-comparison', payloadId],
    queryFn: () => call(comparePayload, { params: { id: payloadId } }),
    staleTime: 0,
  });
