import {
  createPolicy,
  deletePolicy,
  exampleDues,
  listPolicies,
  orderPolicies,
  type Policy,
  type PolicyTarget,
  updatePolicy,
} from '@madoguchi/contract/promises.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

export type PolicyWish = Omit<Policy, 'id'>;

export const policiesQuery = queryOptions({ queryKey: ['sla-policies'], queryFn: () => call(listPolicies, {}) });

/** When messages of some moments would be due, by the workspace's own hours. */
export const examplesQuery = (target: PolicyTarget) =>
  queryOptions({
    queryKey: ['sla-examples', target],
    queryFn: () => call(exampleDues, { body: { target } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });

const renew = () => queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey });

export async function addPolicy(body: PolicyWish): Promise<Policy> {
  const made = await call(createPolicy, { body });
  await renew();
  return made;
}

export async function changePolicy(id: string, body: PolicyWish): Promise<void> {
  await call(updatePolicy, { params: { id }, body });
  await renew();
}

export async function dropPolicy(id: string): Promise<void> {
  await call(deletePolicy, { params: { id } });
  await renew();
}

/** Shown at once in the new order; what the server says counts. */
export async function putInOrder(policies: readonly Policy[]): Promise<void> {
  queryClient.setQueryData(policiesQuery.queryKey, { items: [...policies] });
  try {
    queryClient.setQueryData(policiesQuery.queryKey, await call(orderPolicies, { body: { ids: policies.map(({ id }) => id) } }));
  } catch (error) {
    await renew();
    throw error;
  }
}
