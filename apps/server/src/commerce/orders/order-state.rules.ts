// Pure: where an order is.
import type { OrderState } from '@madoguchi/contract/commerce.ts';

const RANK: Readonly<Record<Exclude<OrderState, 'cancelled'>, number>> = { placed: 0, paid: 1, shipped: 2, delivered: 3 };

/** As the shop says, or as far as its parcels are: the order's own word is often the older one. Cancelled stays cancelled. */
export function stateOf(said: OrderState, parcels: readonly { state: string }[]): OrderState {
  const isOn = (state: string) => state === 'shipped' || state === 'delivered';
  if (said === 'cancelled' || !parcels.some(({ state }) => isOn(state))) return said;
  const reached = parcels.every(({ state }) => state === 'delivered') ? 'delivered' : 'shipped';
  return RANK[reached] > RANK[said] ? reached : said;
}

/** A numeric of the database as an amount on the wire: 1980.000 → 1980, 19.800 → 19.8. */
export const amountOf = (numeric: string): string => (numeric.includes('.') ? numeric.replace(/\.?0+$/, '') : numeric);
