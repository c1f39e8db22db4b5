// Pure: whether bytes were signed with a shop's secret.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ShopKind } from '@madoguchi/contract/shops.ts';

type Headers = Readonly<Record<string, string>>;
/** `externalId`: what tells a repetition; null where the sender names none. */
type Envelope = { topic: string; externalId: string | null };

/**
 * Shopify: `X-Shopify-Hmac-Sha256`, base64 of HMAC-SHA256 over the body with the app's client secret (Shopify, "Verify webhook deliveries").
 * Ours: `X-Madoguchi-Signature: sha256=<hex>` of the same. A wrong signature takes as long as a right one.
 */
export function isSigned(kind: ShopKind, secret: string, headers: Headers, body: Buffer): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given =
    kind === 'shopify'
      ? Buffer.from(headers['x-shopify-hmac-sha256'] ?? '', 'base64')
      : Buffer.from((headers['x-madoguchi-signature'] ?? '').replace(/^sha256=/i, ''), 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What stands on a payload beside its body. */
export const envelopeOf = (kind: ShopKind, headers: Headers): Envelope =>
  kind === 'shopify'
    ? { topic: (headers['x-shopify-topic'] ?? '').slice(0, 100), externalId: headers['x-shopify-webhook-id']?.slice(0, 200) || null }
    : { topic: 'sync', externalId: headers['x-madoguchi-delivery']?.slice(0, 200) || null };
