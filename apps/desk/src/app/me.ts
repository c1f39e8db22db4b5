import type { Me } from '@madoguchi/contract/agents.ts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMe } from './api.ts';
import { call } from './client.ts';
import { worthRetrying } from './query-client.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => call(getMe, {}),
  staleTime: 5 * 60_000,
  // The first question of all: an app that opened without a network says so soon.
  retry: (failures, error) => navigator.onLine && failures < 1 && worthRetrying(failures, error),
});

/** The signed-in agent, workspace and permissions. Only below the signed-in route, which has loaded it before. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the agent may do something, e.g. `useCan('workspace.update')`. The server decides again; this only hides what would fail. */
export const useCan = (permission: string): boolean => useMe().permissions.includes(permission);
