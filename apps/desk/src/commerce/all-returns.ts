import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import type { ShownOrder } from './commerce.queries.ts';

export type ShownReturn = { of: OrderReturn; order: Pick<ShownOrder, 'id' | 'number' | 'currency'> };

/** Every return of these orders: first those with which something is still to be done, each group with the latest first. */
export function allReturns(orders: readonly Pick<ShownOrder, 'id' | 'number' | 'currency' | 'returns'>[]): ShownReturn[] {
  const all = orders.flatMap((order) => order.returns.map((of) => ({ of, order })));
  const isOpen = ({ of }: ShownReturn) => of.next.length > 0;
  return all.sort(
    (one, other) => Number(isOpen(other)) - Number(isOpen(one)) || Date.parse(other.of.requestedAt) - Date.parse(one.of.requestedAt),
  );
}
