import { queryOptions } from '@tanstack/react-query';
import { earlierMessages, listAlike } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { keys } from '../conversations.queries.ts';

export const alikeKey = ['conversations', 'alike'] as const;

/** Which of the customer's other conversations may be the same matter. */
export const alikeQuery = (id: string) =>
  queryOptions({
    queryKey: [...alikeKey, id] as const,
    queryFn: () => call(listAlike, { params: { id } }),
    staleTime: 60_000,
  });

/** Beyond every message. */
const THE_END = 2_147_483_647;

/** The last words of a conversation that went on in another one. */
export const joinedMessagesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.one(id), 'joined'] as const,
    queryFn: () => call(earlierMessages, { params: { id }, query: { before: THE_END, limit: 50 } }),
  });
