import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { countNotifications, listNotifications, readNotifications } from '../app/api.ts';
import { call } from '../app/client.ts';

const all = ['notifications'] as const;

export const unreadQuery = queryOptions({ queryKey: [...all, 'unread'], queryFn: () => call(countNotifications, {}), staleTime: 60_000 });

export const notificationsQuery = (onlyUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...all, 'list', { onlyUnread }],
    queryFn: ({ pageParam }) =>
      call(listNotifications, { query: { ...(onlyUnread ? { only: 'unread' as const } : {}), cursor: pageParam ?? undefined, limit: 30 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Something was told, or read in another window. */
export const renewNotifications = (client: QueryClient): void => void client.invalidateQueries({ queryKey: all });

/** Marks some as read, or with an empty wish all of them. */
export async function markRead(client: QueryClient, which: { ids?: string[]; conversationId?: string }): Promise<void> {
  client.setQueryData(unreadQuery.queryKey, await call(readNotifications, { body: which }));
  await client.invalidateQueries({ queryKey: [...all, 'list'] });
}
