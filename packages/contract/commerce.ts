import { z } from 'zod';
import { id, idParam, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** When something happened, with any offset: shops tell times as their clocks show them. */
const moment = z.iso.datetime({ offset: true });
/** An amount in the currency's own unit, as decimal text: "1980", "19.80". Texts, because numbers of JSON are binary fractions. */
const amount = z.string().regex(/^\d{1,12}(\.\d{1,3})?$/, 'amount.malformed');
const currency = z.string().regex(/^[A-Z]{3}$/, 'currency.malformed');
/** Which shop or system it is from; its external ids are unique within it. */
export const source = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'source.malformed');
const externalId = personText(200).min(1);
/** An address of a page that may be linked to. */
const webAddress = personText(1000).refine((text) => text === '' || /^https:\/\/[^\s]+$/i.test(text), 'address.malformed');

/**
 * Who bought, as the shop knows them. `externalId`: their customer number where the shop signs identities with it. They are matched with a
 * customer who proved that number, address or telephone number; nobody is made up for them.
 */
export const buyer = z.object({
  externalId: personText(200).default(''),
  name: personText(200).default(''),
  email: personText(320).default(''),
  phone: personText(40).default(''),
});
export type Buyer = z.infer<typeof buyer>;

export const orderState = z.enum(['placed', 'paid', 'shipped', 'delivered', 'cancelled']);
export type OrderState = z.infer<typeof orderState>;

export const orderLine = z.object({
  name: personText(300).min(1),
  sku: personText(100).default(''),
  quantity: z.number().int().min(1).max(1_000_000),
  /** Of one. */
  price: amount,
});
export type OrderLine = z.infer<typeof orderLine>;

export const carrier = z.enum(['yamato', 'sagawa', 'japan_post', 'other']);
export type Carrier = z.infer<typeof carrier>;
export const shipmentState = z.enum(['preparing', 'shipped', 'delivered', 'came_back']);

/** One parcel. `trackingUrl` is needed for carriers whose pages are not known only. */
export const sentShipment = z.object({
  externalId,
  carrier,
  carrierName: personText(100).default(''),
  trackingNumber: personText(60).default(''),
  trackingUrl: webAddress.default(''),
  state: shipmentState,
  shippedAt: moment.nullable().default(null),
  deliveredAt: moment.nullable().default(null),
});
export type SentShipment = z.infer<typeof sentShipment>;

/** `updatedAt`: when the shop changed it last. What is older than what is known changes nothing. */
export const sentOrder = z.object({
  number: personText(60).min(1),
  state: orderState,
  customer: buyer,
  placedAt: moment,
  currency,
  total: amount,
  lines: z.array(orderLine).max(200),
  /** The order's page in the shop's own administration. */
  url: webAddress.default(''),
  shipments: z.array(sentShipment).max(50).default([]),
  updatedAt: moment,
});
export type SentOrder = z.infer<typeof sentOrder>;

export const returnState = z.enum(['requested', 'approved', 'refused', 'received', 'refunded', 'exchanged']);
export type ReturnState = z.infer<typeof returnState>;
export const returnWish = z.enum(['refund', 'exchange']);
export const returnLine = z.object({ name: personText(300).min(1), quantity: z.number().int().min(1).max(1_000_000) });

export const sentReturn = z.object({
  orderExternalId: externalId,
  state: returnState,
  wish: returnWish.default('refund'),
  reason: personText(2000).default(''),
  lines: z.array(returnLine).max(200).default([]),
  /** What was or will be given back; null while nobody knows. */
  amount: amount.nullable().default(null),
  requestedAt: moment,
  updatedAt: moment,
});
export type SentReturn = z.infer<typeof sentReturn>;

/** `domain`: an e-mail domain; the contract then covers everybody of the organization that owns it. */
export const sentContract = z.object({
  name: personText(100).min(1),
  customer: buyer.extend({ domain: personText(253).default('') }),
  startsAt: moment,
  /** The first moment it no longer runs; null: until further notice. */
  endsAt: moment.nullable().default(null),
  entitlements: z.array(personText(200).min(1)).max(50).default([]),
  updatedAt: moment,
});
export type SentContract = z.infer<typeof sentContract>;

/** `stale`: something newer is known already. `refused`: `errors` says where and why; nothing of the item was kept. */
export const syncOutcome = z.object({
  externalId: z.string(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'stale', 'refused']),
  id: z.string().nullable(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type SyncOutcome = z.infer<typeof syncOutcome>;

export const MOST_AT_ONCE = 200;
/** Each item is checked for itself, so that one that is broken does not keep out the others. Its shape: that of the PUT, with `externalId`. */
const batch = z.object({ source, items: z.array(z.record(z.string(), z.unknown())).min(1).max(MOST_AT_ONCE) });
const outcomes = z.object({ items: z.array(syncOutcome) });
const place = z.object({ source, externalId });

export const putOrder = endpoint('PUT', '/api/commerce/orders/:source/:externalId', {
  summary: 'Tell of an order: make it or bring it up to date; the same again, or older than what is known, changes nothing',
  params: place,
  body: sentOrder,
  response: syncOutcome,
});
export const syncOrders = endpoint('POST', '/api/commerce/orders', {
  summary: 'Tell of up to 200 orders at once, with an outcome for each',
  body: batch,
  response: outcomes,
});
export const putReturn = endpoint('PUT', '/api/commerce/returns/:source/:externalId', {
  summary: 'Tell of a return',
  params: place,
  body: sentReturn,
  response: syncOutcome,
});
export const syncReturns = endpoint('POST', '/api/commerce/returns', {
  summary: 'Tell of up to 200 returns at once, with an outcome for each',
  body: batch,
  response: outcomes,
});
export const putContract = endpoint('PUT', '/api/commerce/contracts/:source/:externalId', {
  summary: 'Tell of a contract',
  params: place,
  body: sentContract,
  response: syncOutcome,
});
export const syncContracts = endpoint('POST', '/api/commerce/contracts', {
  summary: 'Tell of up to 200 contracts at once, with an outcome for each',
  body: batch,
  response: outcomes,
});

export const shipment = sentShipment.extend({ id: id('shp'), shippedAt: time.nullable(), deliveredAt: time.nullable() });
export type Shipment = z.infer<typeof shipment>;

export const returnStep = z.object({ state: returnState, note: z.string(), by: z.string(), at: time });
export const orderReturn = z.object({
  id: id('rtn'),
  externalId: z.string(),
  state: returnState,
  /** What it can become next, by hand. */
  next: z.array(returnState),
  wish: returnWish,
  reason: z.string(),
  lines: z.array(returnLine),
  amount: amount.nullable(),
  /** Whether somebody here opened it, or the shop. */
  openedBy: z.enum(['desk', 'shop']),
  requestedAt: time,
  steps: z.array(returnStep),
});
export type OrderReturn = z.infer<typeof orderReturn>;

export const order = z.object({
  id: id('ord'),
  source,
  externalId: z.string(),
  number: z.string(),
  /** As the shop says, or further where a parcel is. */
  state: orderState,
  buyer,
  placedAt: time,
  currency,
  total: amount,
  lines: z.array(orderLine),
  url: z.string(),
  shipments: z.array(shipment),
  returns: z.array(orderReturn),
  updatedAt: time,
});
export type Order = z.infer<typeof order>;

export const contract = z.object({
  id: id('ctr'),
  source,
  externalId: z.string(),
  name: z.string(),
  holder: buyer.extend({ domain: z.string() }),
  /** Whether it runs now, ran before or will run. */
  standing: z.enum(['running', 'ended', 'coming']),
  startsAt: time,
  endsAt: time.nullable(),
  entitlements: z.array(z.string()),
  updatedAt: time,
});
export type Contract = z.infer<typeof contract>;

const paging = { cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) };
export const listOrders = endpoint('GET', '/api/commerce/orders', {
  summary: 'Orders, the latest first',
  query: z.object({ source: source.optional(), ...paging }),
  response: page(order),
});
/** `customerId`: whose proven address it was bought with; null while nobody here has proved it. */
export const getOrder = endpoint('GET', '/api/commerce/orders/:id', {
  summary: 'One order, and whose it is',
  params: idParam('ord'),
  response: z.object({ order, customer: z.object({ id: id('cus'), name: z.string() }).nullable() }),
});
export const listReturns = endpoint('GET', '/api/commerce/returns', {
  summary: 'Returns, the latest first',
  query: z.object({ state: returnState.optional(), ...paging }),
  response: page(orderReturn.extend({ orderId: id('ord').nullable(), orderNumber: z.string() })),
});
/** `organizationId`: only those that cover everybody of an organization, by its domains. */
export const listContracts = endpoint('GET', '/api/commerce/contracts', {
  summary: 'Contracts, the latest first',
  query: z.object({ source: source.optional(), organizationId: id('org').optional(), ...paging }),
  response: page(contract),
});

/** `proven`: bought with an address they proved; otherwise they only say that the address is theirs. */
export const customerCommerce = endpoint('GET', '/api/customers/:id/commerce', {
  summary: 'What a customer bought, sent back and has contracts for: the last 50 orders',
  params: idParam('cus'),
  response: z.object({
    orders: z.array(order.extend({ proven: z.boolean() })),
    contracts: z.array(contract.extend({ proven: z.boolean() })),
  }),
});
export type CustomerCommerce = z.infer<typeof customerCommerce.response>;

export const openReturn = endpoint('POST', '/api/commerce/orders/:id/returns', {
  summary: 'Open a return for an order',
  params: idParam('ord'),
  body: z.object({
    wish: returnWish,
    reason: personText(2000).default(''),
    lines: z.array(returnLine).min(1).max(200),
  }),
  response: orderReturn,
  status: 201,
});
/** 409 return.not_next (with `next`) when it cannot become that from where it is; `from` has to be the state that was seen. */
export const moveReturn = endpoint('PUT', '/api/commerce/returns/:id/state', {
  summary: 'Bring a return on',
  params: idParam('rtn'),
  body: z.object({ from: returnState, state: returnState, note: personText(2000).default('') }),
  response: orderReturn,
});
