// Pure: orders and contracts as the answers that texts quote, in a customer's words.
import type { Contract, Order, Shipment } from '@madoguchi/contract/commerce.ts';
import type { ownAnswers } from '@madoguchi/contract/flows.ts';
import { type Say, wordsFor } from '../../platform/words.ts';
import type { OwnFactsNeed } from '../flows.types.ts';

/** A customer reads of the newest three. */
export const MOST_TOLD = 3;

type Reading = { locale: 'ja' | 'en'; timezone: string };
type ToldOrder = Pick<Order, 'number' | 'state' | 'placedAt' | 'currency' | 'total'> & {
  shipments: readonly Pick<Shipment, 'carrier' | 'carrierName' | 'trackingNumber' | 'trackingUrl' | 'state'>[];
};
type ToldContract = Pick<Contract, 'name' | 'standing' | 'endsAt'>;
type Answers<Of extends keyof typeof ownAnswers> = Record<(typeof ownAnswers)[Of][number], string>;

/** The newest order and a list of them; null for none. @param orders the newest first */
export function orderAnswers(orders: readonly ToldOrder[], reading: Reading): Answers<'orders'> | null {
  const told = orders.slice(0, MOST_TOLD).map((order) => oneOrder(order, reading));
  const [newest] = told;
  if (!newest) return null;
  const say = wordsFor(reading.locale);
  const list = told.map((one) =>
    [
      say('flow.order_line', { number: one.found_order, date: one.order_date, total: one.order_total, state: one.order_state }),
      [one.carrier, one.tracking_number].filter(isSaid).join(' '),
      one.tracking_url,
    ]
      .filter(isSaid)
      .join('\n'),
  );
  return { ...newest, order_list: list.join('\n\n') };
}

function oneOrder(order: ToldOrder, { locale, timezone }: Reading): Omit<Answers<'orders'>, 'order_list'> {
  const say = wordsFor(locale);
  const sent = order.shipments.filter(({ state }) => state !== 'preparing');
  const each = (of: (parcel: (typeof sent)[number]) => string, between: string) => [...new Set(sent.map(of))].filter(isSaid).join(between);
  return {
    found_order: order.number,
    order_state: say(
      order.shipments.some(({ state }) => state === 'came_back') ? 'flow.order_came_back' : `flow.order_state.${order.state}`,
    ),
    order_date: dayOf(order.placedAt, { locale, timezone }),
    order_total: amountIn(order, locale),
    carrier: each((parcel) => carrierOf(parcel, say), say('flow.and')),
    tracking_number: each(({ trackingNumber }) => trackingNumber, say('flow.and')),
    tracking_url: each(({ trackingUrl }) => trackingUrl, '\n'),
  };
}

/** A carrier without a name of its own is not named. */
const carrierOf = ({ carrier, carrierName }: ToldOrder['shipments'][number], say: Say): string =>
  carrier === 'other' ? carrierName : say(`flow.carrier.${carrier}`);

/** The contract that counts and a list of them; null for none. @param contracts those that run first */
export function contractAnswers(contracts: readonly ToldContract[], reading: Reading): Answers<'contract'> | null {
  const say = wordsFor(reading.locale);
  const told = contracts.slice(0, MOST_TOLD).map(({ name, standing, endsAt }) => ({
    contract_plan: name,
    contract_state: say(`flow.contract_state.${standing}`),
    contract_ends: endsAt === null ? say('flow.contract_no_end') : lastDayOf(endsAt, reading),
  }));
  const [first] = told;
  if (!first) return null;
  const list = told.map((one) =>
    say('flow.contract_line', { plan: one.contract_plan, state: one.contract_state, ends: one.contract_ends }),
  );
  return { ...first, contract_list: list.join('\n') };
}

/** What a test run is told instead: it proves addresses with a code of its own, so nobody's real orders may be read by it. */
export function exampleFacts({ of, number, locale }: Pick<OwnFactsNeed, 'of' | 'number' | 'locale'>): Record<string, string> | null {
  const reading: Reading = { locale, timezone: 'UTC' };
  if (of === 'contract')
    return contractAnswers([{ name: wordsFor(locale)('flow.example_plan'), standing: 'running', endsAt: null }], reading);
  const parcel = {
    carrier: 'yamato' as const,
    carrierName: '',
    trackingNumber: '0000-0000-0000',
    trackingUrl: '',
    state: 'shipped' as const,
  };
  const order = { number: number ?? 'EXAMPLE-2', placedAt: '2026-01-15T00:00:00.000Z', currency: 'JPY', total: '5940' };
  const newest: ToldOrder = { ...order, state: 'shipped', shipments: [parcel] };
  const before: ToldOrder = { ...order, number: 'EXAMPLE-1', placedAt: '2026-01-05T00:00:00.000Z', state: 'delivered', shipments: [] };
  return orderAnswers(number === null ? [newest, before] : [newest], reading);
}

const isSaid = (text: string): boolean => text !== '';

const dayOf = (time: string, { locale, timezone }: Reading): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: timezone }).format(new Date(time));

/** A contract that ends at midnight covers the day before. */
const lastDayOf = (ends: string, reading: Reading): string => dayOf(new Date(Date.parse(ends) - 1).toISOString(), reading);

/** 5,940円 · ¥5,940. */
const amountIn = ({ total, currency }: Pick<Order, 'total' | 'currency'>, locale: 'ja' | 'en'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: locale === 'ja' ? 'name' : 'symbol' }).format(
    Number(total),
  );
