import type { Me } from '@madoguchi/contract/agents.ts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMe } from './api.ts';
import { call } from './client.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => call(getMe, {}), staleTime: 5 * 60_000 });

/** The signed-in agent, workspace and permissions. Only below the signed-in route, which has loaded it before. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the agent may do something, e.g. `useCan('workspace.update')`. The server decides again; this only hides what would fail. */
export const useCan = (permission: string): boolean => useMe().permissions.includes(permission);
