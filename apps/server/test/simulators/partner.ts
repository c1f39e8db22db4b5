import { apiSignature } from '../../src/channels/api/api.signature.ts';
import type { ApiReply } from '../../src/channels/api/api.types.ts';
import { platformStub } from '../platform-stub.ts';

/** How the partner answers the next replies, first come first; afterwards it accepts. */
type Mood = { status: number; headers?: Record<string, string>; body?: unknown; hang?: boolean };

/** Another company's system that receives replies: refuses wrong signatures, keeps one of each idempotency key, fails on demand. */
export async function partner(secret: string) {
  const moods: Mood[] = [];
  const kept = new Map<string, ApiReply>();
  const stub = await platformStub(({ path, headers, body }) => {
    if (path.startsWith('/files/')) return { raw: Buffer.from('%PDF-1.4 receipt'), headers: { 'content-type': 'application/pdf' } };
    const timestamp = String(headers['x-madoguchi-timestamp']);
    if (headers['x-madoguchi-signature'] !== apiSignature(secret, timestamp, body)) return { status: 401, body: { error: 'signature' } };
    const mood = moods.shift();
    // What fails after it was taken in is sent again: that is what the key is for.
    if (!mood || mood.hang) kept.set(String(headers['idempotency-key']), JSON.parse(body.toString('utf8')) as ApiReply);
    return mood ?? { status: 202 };
  });
  return {
    ...stub,
    moods,
    kept,
    /** The headers of a post of the partner's to us. */
    headers: (body: string, { at = new Date(), secret: with_ = secret } = {}) => {
      const timestamp = String(Math.floor(at.getTime() / 1000));
      return {
        'content-type': 'application/json',
        'x-madoguchi-timestamp': timestamp,
        'x-madoguchi-signature': apiSignature(with_, timestamp, body),
      };
    },
  };
}
