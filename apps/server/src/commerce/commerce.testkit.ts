import type { SentOrder } from '@madoguchi/contract/commerce.ts';
import { sato } from '../../../../fixtures/customers.ts';
import { findOrCreateCustomer } from '../customers/customers.commands.ts';
import type { FoundIdentity } from '../customers/customers.types.ts';
import type { Ctx } from '../platform/ctx.ts';

/** 佐藤さんの注文, as a shop tells of it: changed last in the given minute of the hour. */
export const orderAt = (minute: number, changes: Partial<SentOrder> = {}): SentOrder => ({
  number: 'HZ-10234',
  state: 'paid',
  customer: { externalId: '', name: sato.name, email: sato.email, phone: '' },
  placedAt: '2026-11-20T01:00:00.000Z',
  currency: 'JPY',
  total: '5940',
  lines: [
    { name: '深蒸し煎茶 100g', sku: 'SEN-100', quantity: 2, price: '1980' },
    { name: '玉露 50g', sku: 'GYO-50', quantity: 1, price: '1980' },
  ],
  url: '',
  shipments: [],
  updatedAt: `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`,
  ...changes,
});

/** Somebody who proved an address, or only said that it is theirs. */
export const customerWith = (ctx: Ctx, kind: FoundIdentity['kind'], value: string, { name = '', verified = true } = {}): Promise<string> =>
  ctx.transaction(async (tx) => (await findOrCreateCustomer(ctx, tx, { kind, value, verified, source: 'test' }, { name })).customerId);
