import { listBackfills } from '@madoguchi/contract/channels.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../app/client.ts';

/** While one is under way it is asked for every two seconds: its progress is no fact that is pushed. */
const EVERY_MS = 2000;

export const backfillsQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['backfills', inboxId],
    queryFn: () => call(listBackfills, { params: { id: inboxId } }),
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'waiting') ? EVERY_MS : false),
  });
