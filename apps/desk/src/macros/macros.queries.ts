import { queryOptions } from '@tanstack/react-query';
import { listMacros } from '../app/api.ts';
import { call } from '../app/client.ts';

/** The macros that the agent may run. */
export const macrosQuery = queryOptions({ queryKey: ['macros'], queryFn: () => call(listMacros, {}), staleTime: 60_000 });
