import { getRoutingSettings, listProfiles, listQueues, listSkills, listStandIns } from '@madoguchi/contract/routing.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

/** Looked at anew each time: how many wait moves by itself. */
export const queuesQuery = queryOptions({ queryKey: ['queues'], queryFn: () => call(listQueues, {}), staleTime: 0 });
export const skillsQuery = queryOptions({ queryKey: ['skills'], queryFn: () => call(listSkills, {}), staleTime: 60_000 });
export const profilesQuery = queryOptions({ queryKey: ['routing-profiles'], queryFn: () => call(listProfiles, {}), staleTime: 0 });
export const routingSettingsQuery = queryOptions({ queryKey: ['routing-settings'], queryFn: () => call(getRoutingSettings, {}) });
export const standInsQuery = queryOptions({ queryKey: ['stand-ins'], queryFn: () => call(listStandIns, {}) });
