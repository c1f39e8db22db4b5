import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest, HookVerdict, Settings } from '../channel.ts';

/** The value of X-Hub-Signature-256. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications */
export const metaSignature = (appSecret: string, body: Buffer | string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** The signature over the very bytes; and, by GET, Meta's question whether the address is ours, answered with its own word. */
export function verifyMeta(settings: Settings, { headers, query, body }: HookRequest): HookVerdict {
  if (query['hub.mode'] === 'subscribe') return answerChallenge(settings, query);
  const { appSecret } = settings;
  if (!appSecret || body.length === 0) return { kind: 'refuse' };
  return isSame(headers['x-hub-signature-256'] ?? '', metaSignature(String(appSecret), body)) ? { kind: 'keep' } : { kind: 'refuse' };
}

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
function answerChallenge({ verifyToken }: Settings, query: HookRequest['query']): HookVerdict {
  if (!verifyToken || !isSame(String(query['hub.verify_token'] ?? ''), String(verifyToken))) return { kind: 'refuse' };
  return { kind: 'answer', type: 'text/plain; charset=utf-8', body: String(query['hub.challenge'] ?? '').slice(0, 200) };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
