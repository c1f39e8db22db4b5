import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest, HookVerdict, Settings } from '../channel.ts';

/** https://developers.line.biz/en/docs/messaging-api/receiving-messages/#verify-signature */
export const lineSignature = (channelSecret: string, body: Buffer | string): string =>
  createHmac('sha256', channelSecret).update(body).digest('base64');

/**
 * The signature over the very bytes. An empty list of events is LINE's question whether we are there: answered, and not kept.
 */
export function verifyLine({ channelSecret }: Settings, { headers, body }: HookRequest): HookVerdict {
  if (!channelSecret) return { kind: 'refuse' };
  const given = Buffer.from(headers['x-line-signature'] ?? '');
  const expected = Buffer.from(lineSignature(String(channelSecret), body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'refuse' };
  return isQuestion(body) ? { kind: 'answer', type: 'application/json', body: '{}' } : { kind: 'keep' };
}

const isQuestion = (body: Buffer): boolean => body.length < 500 && /"events"\s*:\s*\[\s*\]/.test(body.toString('utf8'));
