import { queryOptions } from '@tanstack/react-query';
import { countMyChecks } from './api.ts';
import { call } from './client.ts';

/** Checks fall due by the day: asked for now and then. */
const EVERY_MS = 10 * 60_000;

/** How many articles the agent looks after and should check by now; the rail and the knowledge read the same answer. */
export const myChecksQuery = queryOptions({
  queryKey: ['my-checks'] as const,
  queryFn: () => call(countMyChecks, {}),
  staleTime: EVERY_MS,
  refetchInterval: EVERY_MS,
});
