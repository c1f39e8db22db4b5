import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import { expect, test } from 'vitest';
import { allReturns } from './all-returns.ts';

const back = (id: string, day: string, state: OrderReturn['state'], next: OrderReturn['next'] = []): OrderReturn => ({
  id,
  externalId: id,
  state,
  next,
  wish: 'refund',
  reason: '',
  lines: [],
  amount: null,
  openedBy: 'shop',
  requestedAt: `2026-11-${day}T00:00:00.000Z`,
  steps: [],
});
const order = (number: string, returns: OrderReturn[]) => ({ id: `ord_${number}`, number, currency: 'JPY', returns });

test('what is still to be done with a return comes before what is settled, however late that was', () => {
  const orders = [
    order('HS-1', [back('settled', '20', 'refunded')]),
    order('HS-2', []),
    order('HS-3', [back('asked', '02', 'requested', ['approved', 'refused']), back('on_its_way', '05', 'approved', ['received'])]),
  ];
  expect(allReturns(orders).map(({ of, order: { number } }) => `${of.id} ${number}`)).toEqual([
    'on_its_way HS-3',
    'asked HS-3',
    'settled HS-1',
  ]);
});

test('without orders there is nothing to send back', () => {
  expect(allReturns([])).toEqual([]);
});
