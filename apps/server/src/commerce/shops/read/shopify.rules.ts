// Pure: what a Shopify shop tells of, in our shapes. X-Shopify-Topic says which resource the body is.
import type { OrderState, SentReturn, SentShipment } from '@madoguchi/contract/commerce.ts';
import { carrierNamed } from '../../shipments/carriers.rules.ts';
import { jsonOf } from './json.rules.ts';
import type { ReadShopPayload, ShopEvent } from './shop-event.types.ts';
import {
  type ShopifyFulfillment,
  type ShopifyOrder,
  type ShopifyRefund,
  shopifyFulfillment,
  shopifyOrder,
  shopifyRedaction,
  shopifyRefund,
} from './shopify-shapes.ts';

/**
 * A payload of a topic. What is of none that we know is ignored.
 * @param source of the shop: its customer numbers are told apart by it
 */
export function readShopify(source: string, topic: string, body: Buffer): ReadShopPayload {
  const as = <T>(
    read: { value: T } | { errors: { path: string; message: string }[] },
    eventsOf: (value: T) => ShopEvent[],
  ): ReadShopPayload => ('errors' in read ? { kind: 'malformed', errors: read.errors } : { kind: 'events', events: eventsOf(read.value) });
  switch (topic) {
    case 'orders/create':
    case 'orders/updated':
    case 'orders/cancelled':
      return as(jsonOf(body, shopifyOrder), (order) => eventsOfOrder(source, order));
    case 'fulfillments/create':
    case 'fulfillments/update':
      return as(jsonOf(body, shopifyFulfillment), eventsOfFulfillment);
    case 'refunds/create':
      return as(jsonOf(body, shopifyRefund), (refund) => [eventOfRefund(refund)]);
    case 'customers/redact':
      return as(jsonOf(body, shopifyRedaction), ({ customer, orders_to_redact }) => [
        { kind: 'forget', orderExternalIds: orders_to_redact ?? [], buyerExternal: `${source}:${customer.id}` },
      ]);
    case 'shop/redact':
      return { kind: 'events', events: [{ kind: 'forget_all' }] };
    case 'customers/data_request':
      return { kind: 'events', events: [{ kind: 'asks' }] };
    default:
      return { kind: 'ignored' };
  }
}

function eventsOfOrder(source: string, order: ShopifyOrder): ShopEvent[] {
  const { customer } = order;
  const sent = {
    number: order.name,
    state: stateOf(order),
    customer: {
      externalId: customer ? `${source}:${customer.id}` : '',
      // Japanese shops show the family name first; whose name is in Latin letters is called by the given one.
      name: nameOf(customer?.last_name ?? '', customer?.first_name ?? ''),
      email: order.email || (customer?.email ?? ''),
      phone: order.phone || (customer?.phone ?? ''),
    },
    placedAt: order.created_at,
    currency: order.currency,
    total: order.total_price,
    lines: order.line_items.map(({ name, title, sku, quantity, price }) => ({ name: name || title || sku || '–', sku, quantity, price })),
    url: '',
    // Each parcel has a time of its own, and is told for itself.
    shipments: [],
    updatedAt: order.updated_at,
  };
  return [
    { kind: 'order', externalId: order.id, sent },
    ...(order.fulfillments ?? []).flatMap(eventsOfFulfillment),
    ...(order.refunds ?? []).map(eventOfRefund),
  ];
}

const nameOf = (family: string, given: string): string =>
  (/^[\p{Script=Latin}\s'.-]*$/u.test(family + given) ? [given, family] : [family, given]).filter(Boolean).join(' ');

function stateOf({ cancelled_at, fulfillment_status, financial_status }: ShopifyOrder): OrderState {
  if (cancelled_at) return 'cancelled';
  if (fulfillment_status === 'fulfilled') return 'shipped';
  return ['paid', 'partially_refunded', 'refunded'].includes(financial_status) ? 'paid' : 'placed';
}

/** A parcel for each tracking number; one where there is none yet. */
function eventsOfFulfillment(one: ShopifyFulfillment): ShopEvent[] {
  const state = parcelState(one);
  const numbers = one.tracking_numbers?.length ? one.tracking_numbers : [one.tracking_number];
  const carrier = carrierNamed(one.tracking_company);
  const isWebAddress = /^https:\/\/\S+$/i.test(one.tracking_url);
  return numbers.map((trackingNumber, at): ShopEvent => {
    const sent: SentShipment = {
      externalId: at === 0 ? one.id : `${one.id}:${at + 1}`,
      carrier,
      carrierName: one.tracking_company,
      trackingNumber,
      trackingUrl: carrier === 'other' && at === 0 && isWebAddress ? one.tracking_url : '',
      state,
      shippedAt: state === 'preparing' ? null : one.created_at,
      deliveredAt: state === 'delivered' ? one.updated_at : null,
    };
    return { kind: 'shipment', orderExternalId: one.order_id, sent, updatedAt: one.updated_at };
  });
}

function parcelState({ status, shipment_status }: ShopifyFulfillment): SentShipment['state'] {
  if (status !== 'success') return 'preparing';
  if (shipment_status === 'delivered') return 'delivered';
  return shipment_status === 'failure' ? 'came_back' : 'shipped';
}

/** Shopify tells of a refund when the money went back. */
function eventOfRefund(refund: ShopifyRefund): ShopEvent {
  const back = (refund.transactions ?? []).filter(({ kind, status }) => kind === 'refund' && (status === 'success' || status === ''));
  const sent: SentReturn = {
    orderExternalId: refund.order_id,
    state: 'refunded',
    wish: 'refund',
    reason: refund.note,
    lines: (refund.refund_line_items ?? []).map(({ quantity, line_item }) => ({
      name: line_item?.name || line_item?.title || '–',
      quantity,
    })),
    amount: back.length === 0 ? null : sumOf(back.map(({ amount }) => amount)),
    requestedAt: refund.created_at,
    updatedAt: refund.created_at,
  };
  return { kind: 'return', externalId: refund.id, sent };
}

/** In thousandths, so that nothing is lost between decimal and binary. */
function sumOf(amounts: readonly string[]): string {
  const thousandths = amounts.reduce((sum, amount) => {
    const [whole = '0', part = ''] = amount.split('.');
    return sum + BigInt(whole) * 1000n + BigInt(part.padEnd(3, '0'));
  }, 0n);
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`;
}
