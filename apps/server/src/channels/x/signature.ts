import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest, HookVerdict, Settings } from '../channel.ts';

/** https://docs.x.com/x-api/webhooks/quickstart */
export const xSignature = (apiSecret: string, words: Buffer | string): string =>
  `sha256=${createHmac('sha256', apiSecret).update(words).digest('base64')}`;

/**
 * X's question whether we know the secret, answered by signing its word; and the signature over the very bytes. Both are made alike: signing
 * just any word would sign forged webhooks for whoever asks, so the word may only be one that no webhook could be.
 */
export function verifyX({ apiSecret }: Settings, { headers, query, body }: HookRequest): HookVerdict {
  if (!apiSecret) return { kind: 'refuse' };
  const word = query.crc_token;
  if (word !== undefined && body.length === 0) {
    if (!/^[\w+/=.~-]{1,300}$/.test(String(word))) return { kind: 'refuse' };
    return {
      kind: 'answer',
      type: 'application/json',
      body: JSON.stringify({ response_token: xSignature(String(apiSecret), String(word)) }),
    };
  }
  const given = Buffer.from(headers['x-twitter-webhooks-signature'] ?? '');
  const expected = Buffer.from(xSignature(String(apiSecret), body));
  const isTrue = body.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
  return isTrue ? { kind: 'keep' } : { kind: 'refuse' };
}
