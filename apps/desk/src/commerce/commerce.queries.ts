import type { CustomerCommerce, OrderReturn, openReturn as openReturnEndpoint } from '@madoguchi/contract/commerce.ts';
import type { InputOf } from '@madoguchi/contract/endpoint.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { customerCommerce, getOrder, listContracts, moveReturn, openReturn } from '../app/api.ts';
import { call } from '../app/client.ts';
import { queryClient } from '../app/query-client.ts';

export type ShownOrder = CustomerCommerce['orders'][number];
export type ShownContract = CustomerCommerce['contracts'][number];

const keys = {
  all: ['commerce'] as const,
  ofCustomer: (id: string) => ['commerce', 'customer', id] as const,
  ofOrganization: (id: string) => ['commerce', 'organization', id] as const,
  order: (id: string) => ['commerce', 'order', id] as const,
};

/** What a customer bought and has contracts for. */
export const customerCommerceQuery = (customerId: string) =>
  queryOptions({ queryKey: keys.ofCustomer(customerId), queryFn: () => call(customerCommerce, { params: { id: customerId } }) });

/** The contracts that cover everybody of an organization, the latest hundred. */
export const organizationContractsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: keys.ofOrganization(organizationId),
    queryFn: () => call(listContracts, { query: { organizationId, limit: 100 } }),
    // By its domains it is the organization's own: there is nothing that somebody only said.
    select: ({ items }): ShownContract[] => items.map((contract) => ({ ...contract, proven: true })),
  });

export const orderQuery = (id: string) => queryOptions({ queryKey: keys.order(id), queryFn: () => call(getOrder, { params: { id } }) });

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.all });

/** Opens a return for an order. */
export const useOpenReturn = (orderId: string) =>
  useMutation({
    mutationFn: (body: InputOf<typeof openReturnEndpoint>['body']) => call(openReturn, { params: { id: orderId }, body }),
    onSuccess: refresh,
  });

/** Brings a return on; where somebody did so meanwhile, what they did is shown. */
export const useMoveReturn = (of: OrderReturn) =>
  useMutation({
    mutationFn: ({ state, note }: { state: OrderReturn['state']; note: string }) =>
      call(moveReturn, { params: { id: of.id }, body: { from: of.state, state, note } }),
    onSettled: refresh,
  });
