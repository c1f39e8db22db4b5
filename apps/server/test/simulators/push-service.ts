import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

type Delivered = { topic: string | undefined; ttl: number; urgency: string | undefined; payload: unknown; subject: string };

/**
 * A push service on loopback, from the RFCs alone: RFC 8030 for the request, RFC 8292 for who sends it, RFC 8291 and 8188 for what only the
 * browser can read. What does not hold to them is refused with a word why.
 */
export async function pushService() {
  const subscriptions = new Map<string, ReturnType<typeof browserKeys>>();
  const delivered: Delivered[] = [];
  const refused: string[] = [];
  /** Answers to be given before it takes anything. */
  const troubles: { status: number; retryAfter?: string }[] = [];
  let applicationKey: string | null = null;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status: number, why = '', headers = {}) => {
        if (status === 400 || status === 403) refused.push(why);
        response.writeHead(status, headers).end(why);
      };
      const trouble = troubles.shift();
      if (trouble) return answer(trouble.status, '', trouble.retryAfter ? { 'retry-after': trouble.retryAfter } : {});
      const keys = subscriptions.get(request.url ?? '');
      if (!keys) return answer(410, 'no such subscription');
      try {
        const { headers } = request;
        if (request.method !== 'POST') throw new Error('a message is posted (RFC 8030, 5)');
        const subject = readVapid(headers, origin(), applicationKey);
        const ttl = Number(headers.ttl);
        if (!/^\d+$/.test(String(headers.ttl))) throw new Error('TTL is a number of seconds (RFC 8030, 5.2)');
        const topic = headers.topic as string | undefined;
        if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic)) throw new Error('a topic is 32 characters of base64url (RFC 8030, 5.4)');
        const urgency = headers.urgency as string | undefined;
        if (urgency && !['very-low', 'low', 'normal', 'high'].includes(urgency)) throw new Error('no such urgency (RFC 8030, 5.3)');
        if (headers['content-encoding'] !== 'aes128gcm') throw new Error('the coding is aes128gcm (RFC 8291, 4)');
        const payload = JSON.parse(decrypt(Buffer.concat(chunks), keys));
        delivered.push({ topic, ttl, urgency, payload, subject });
        answer(201, '', { location: `${origin()}/messages/${delivered.length}` });
      } catch (error) {
        answer(400, (error as Error).message);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = () => `http://${host}`;

  return {
    host,
    delivered,
    refused,
    troubles,
    /** What a browser gives when it subscribes with an application's key (RFC 8292, 4). */
    subscribe(publicKey: string) {
      applicationKey = publicKey;
      const path = `/push/${randomBytes(12).toString('base64url')}`;
      const keys = browserKeys();
      subscriptions.set(path, keys);
      return {
        endpoint: `${origin()}${path}`,
        keys: { p256dh: keys.pair.getPublicKey('base64url'), auth: keys.auth.toString('base64url') },
        forget: () => subscriptions.delete(path),
      };
    },
  };
}

function browserKeys() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return { pair, auth: randomBytes(16) };
}

/** RFC 8292: `vapid t=<JWT>, k=<public key>`, signed with ES256 for this origin, good for at most a day. @returns who is to be written to */
function readVapid({ authorization = '' }: IncomingHttpHeaders, origin: string, applicationKey: string | null): string {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=([\w-]+)$/.exec(authorization) ?? [];
  if (key === '' || key !== applicationKey) throw new Error('not the key that was subscribed with (RFC 8292, 4.2)');
  const [head = '', body = '', signature = ''] = token.split('.');
  const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  if (json(head).alg !== 'ES256') throw new Error('the signature is ES256 (RFC 8292, 2)');
  const point = Buffer.from(key, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('the signature does not hold');
  const { aud, exp, sub } = json(body);
  if (aud !== origin) throw new Error('signed for another origin (RFC 8292, 2)');
  const left = Number(exp) - Date.now() / 1000;
  if (!(left > 0 && left <= 86_400)) throw new Error('good for at most a day (RFC 8292, 2)');
  if (!/^(mailto:|https:)/.test(String(sub))) throw new Error('nobody to write to (RFC 8292, 2.1)');
  return String(sub);
}

/** RFC 8188 in one record, with the key of RFC 8291. */
function decrypt(body: Buffer, { pair, auth }: ReturnType<typeof browserKeys>): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const idLength = body[20] ?? 0;
  const senderKey = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  if (idLength !== 65) throw new Error('keyid is the sender’s public key (RFC 8291, 4)');
  if (record.length > recordSize || body.length > 4096 + 86) throw new Error('one record, at most 4096 bytes (RFC 8291, 4)');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), senderKey]);
  const ikm = Buffer.from(hkdfSync('sha256', pair.computeSecret(senderKey), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = plain.lastIndexOf(2);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error('the last record ends with 2 and padding (RFC 8188, 2)');
  return plain.subarray(0, end).toString('utf8');
}
