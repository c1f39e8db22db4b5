import { queryOptions } from '@tanstack/react-query';
import { listChannels, listHealth } from '../app/api.ts';
import { call } from '../app/client.ts';

/** What channels there are and what they carry: as long as the server is the same, so is this. */
export const channelsQuery = queryOptions({ queryKey: ['channels', 'kinds'], queryFn: () => call(listChannels, {}), staleTime: Infinity });

/** How the inboxes are; asked for again by itself, and at once when a fact says that one of them changed. */
export const healthQuery = queryOptions({
  queryKey: ['channels', 'health'],
  queryFn: () => call(listHealth, {}),
  refetchInterval: 30_000,
  staleTime: 10_000,
});
