import { createHmac, timingSafeEqual } from 'node:crypto';

/** A signed request is good for so long: what was overheard cannot be said again later. */
const GOOD_FOR_MS = 5 * 60_000;

/** What both sides write into `x-madoguchi-signature`: HMAC-SHA256 over the seconds since 1970, a full stop and the body's very bytes. */
export const apiSignature = (secret: string, timestamp: string, body: Buffer | string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

/** The headers of a signed request. */
export function signedHeaders(secret: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { 'x-madoguchi-timestamp': timestamp, 'x-madoguchi-signature': apiSignature(secret, timestamp, body) };
}

export type SignatureFault = 'hook.signature_missing' | 'hook.timestamp_wrong' | 'hook.signature_wrong';

/** What is wrong with a request's signature; null for a good one. The time is only spoken of to those who know the secret. */
export function signatureFault(
  secret: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: Buffer },
  nowMs: number,
): SignatureFault | null {
  const timestamp = headers['x-madoguchi-timestamp'] ?? '';
  const given = Buffer.from(headers['x-madoguchi-signature'] ?? '');
  if (timestamp === '' || given.length === 0) return 'hook.signature_missing';
  const expected = Buffer.from(apiSignature(secret, timestamp, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'hook.signature_wrong';
  const isNow = /^\d{1,12}$/.test(timestamp) && Math.abs(nowMs - Number(timestamp) * 1000) <= GOOD_FOR_MS;
  return isNow ? null : 'hook.timestamp_wrong';
}
