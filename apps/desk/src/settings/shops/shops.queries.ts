import type { InputOf } from '@madoguchi/contract/endpoint.ts';
import {
  connectShop,
  listShopPayloads,
  listShops,
  removeShop,
  renewShopSecret,
  retryShopPayload,
  settleShopPayload,
  updateShop,
} from '@madoguchi/contract/shops.ts';
import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

/** Looked at again while somebody watches: they are trying whether it works. */
export const shopsQuery = queryOptions({ queryKey: ['shops', 'list'], queryFn: () => call(listShops, {}), refetchInterval: 5000 });

export const shopPayloadsQuery = (id: string, only: 'unread' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['shops', 'payloads', id, only],
    queryFn: ({ pageParam }) => call(listShopPayloads, { params: { id }, query: { only, cursor: pageParam ?? undefined, limit: 20 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

const refresh = () => queryClient.invalidateQueries({ queryKey: ['shops'] });

export const connect = async (body: InputOf<typeof connectShop>['body']) => {
  const made = await call(connectShop, { body });
  await refresh();
  return made;
};
export const saveShop = async (id: string, body: InputOf<typeof updateShop>['body']) => {
  await call(updateShop, { params: { id }, body });
  await refresh();
};
export const useRenewSecret = (id: string) =>
  useMutation({ mutationFn: () => call(renewShopSecret, { params: { id } }), onSettled: refresh });
export const useRemoveShop = (id: string) => useMutation({ mutationFn: () => call(removeShop, { params: { id } }), onSettled: refresh });
export const useRetryPayload = (id: string) =>
  useMutation({ mutationFn: () => call(retryShopPayload, { params: { id } }), onSettled: refresh });
export const useSettlePayload = (id: string) =>
  useMutation({ mutationFn: () => call(settleShopPayload, { params: { id } }), onSettled: refresh });
