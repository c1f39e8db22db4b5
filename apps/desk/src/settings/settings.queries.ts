import { listApiKeys, listSessions } from '@madoguchi/contract/agents.ts';
import { getWorkspace, listCannedResponses, listInboxes } from '@madoguchi/contract/workspaces.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

export const workspaceQuery = queryOptions({ queryKey: ['workspace'], queryFn: () => call(getWorkspace, {}) });
export const inboxesQuery = queryOptions({ queryKey: ['inboxes'], queryFn: () => call(listInboxes, {}) });
/** The composer reads the same answer. */
export const cannedQuery = queryOptions({
  queryKey: ['canned-responses'],
  queryFn: () => call(listCannedResponses, {}),
  staleTime: 60_000,
});
export const apiKeysQuery = queryOptions({ queryKey: ['api-keys'], queryFn: () => call(listApiKeys, {}) });
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => call(listSessions, {}) });
