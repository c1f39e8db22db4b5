import type { CustomerCommerce } from '@madoguchi/contract/commerce.ts';
import { personOf } from '../customers/people/people.queries.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { contractsHeldBy } from './contracts/contracts.queries.ts';
import { ordersBoughtBy } from './orders/orders.queries.ts';
import { addressesOf } from './whose/whose.queries.ts';

/** What a person bought and has contracts for, as it stands `now`. @throws notFound for somebody who is not there */
export async function commerceOf(tx: Tx, workspaceId: string, customerId: string, now: Date): Promise<CustomerCommerce> {
  if (!(await personOf(tx, workspaceId, customerId))) throw notFound();
  const addresses = await addressesOf(tx, workspaceId, customerId);
  return {
    orders: await ordersBoughtBy(tx, workspaceId, addresses),
    contracts: await contractsHeldBy(tx, workspaceId, addresses, now),
  };
}
