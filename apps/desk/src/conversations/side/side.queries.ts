import { queryOptions } from '@tanstack/react-query';
import { listSideConversations, listSideInboxes } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { keys } from '../conversations.queries.ts';

/** What was asked of others beside a conversation. Kept up by what the live line tells. */
export const sidesQuery = (id: string) =>
  queryOptions({ queryKey: keys.sides(id), queryFn: () => call(listSideConversations, { params: { id } }) });

/** From which mailboxes somebody can be asked. */
export const sideInboxesQuery = (id: string) =>
  queryOptions({ queryKey: ['side-inboxes', id] as const, queryFn: () => call(listSideInboxes, { params: { id } }), staleTime: 60_000 });
