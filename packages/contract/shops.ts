import { z } from 'zod';
import { source } from './commerce.ts';
import { id, idParam, page, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

export const shopKind = z.enum(['generic', 'shopify']);
export type ShopKind = z.infer<typeof shopKind>;

/** `trouble`: signature_refused · payload_unread · null while all is well. */
export const shop = z.object({
  id: id('sho'),
  kind: shopKind,
  name: z.string(),
  source,
  /** The path that the shop posts to, below the installation's address. */
  hookPath: z.string(),
  lastSyncAt: time.nullable(),
  trouble: z.enum(['signature_refused', 'payload_unread']).nullable(),
  troubleAt: time.nullable(),
  /** What came and needs a look. */
  unread: z.number().int(),
  createdAt: time,
});
export type Shop = z.infer<typeof shop>;

/** Of at least 16 characters: what signs is guessed otherwise. */
const secret = personText(500).min(16);

export const listShops = endpoint('GET', '/api/shops', {
  summary: 'Shops that tell of their orders by webhook',
  response: z.object({ items: z.array(shop) }),
});
/** `secret`: what a Shopify shop signs with, which it shows; for the other kind one is made and is in this answer alone. 409 shop.source_taken. */
export const connectShop = endpoint('POST', '/api/shops', {
  summary: 'Connect a shop',
  body: z.object({ kind: shopKind, name: personText(100).min(1), source, secret: secret.optional() }),
  response: z.object({ shop, secret: z.string().nullable() }),
  status: 201,
});
export const updateShop = endpoint('PATCH', '/api/shops/:id', {
  summary: 'Rename a shop, or keep the secret it signs with now',
  params: idParam('sho'),
  body: z.object({ name: personText(100).min(1).optional(), secret: secret.optional() }),
  response: shop,
});
export const renewShopSecret = endpoint('POST', '/api/shops/:id/secret', {
  summary: 'Make a new secret; the old one is worth nothing from then on',
  params: idParam('sho'),
  response: z.object({ secret: z.string() }),
});
/** Its orders stay. */
export const removeShop = endpoint('DELETE', '/api/shops/:id', { summary: 'Disconnect a shop', params: idParam('sho') });

/** `body`: as it came, up to 20,000 characters; empty once it was taken in. `state` asks: a person wants their data and somebody has to see to it. */
export const shopPayload = z.object({
  id: id('shd'),
  topic: z.string(),
  state: z.enum(['waiting', 'done', 'ignored', 'failed', 'asks']),
  problem: z.string().nullable(),
  body: z.string(),
  receivedAt: time,
});
export type ShopPayload = z.infer<typeof shopPayload>;
export const listShopPayloads = endpoint('GET', '/api/shops/:id/payloads', {
  summary: 'What a shop sent within the last 30 days, the latest first',
  params: idParam('sho'),
  query: z.object({
    only: z.enum(['unread', 'all']).default('all'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: page(shopPayload),
});
export const retryShopPayload = endpoint('POST', '/api/shop-payloads/:id/retry', {
  summary: 'Read what could not be read once more',
  params: idParam('shd'),
  response: shopPayload,
});
export const settleShopPayload = endpoint('DELETE', '/api/shop-payloads/:id', {
  summary: 'Put away what somebody has seen to',
  params: idParam('shd'),
});
