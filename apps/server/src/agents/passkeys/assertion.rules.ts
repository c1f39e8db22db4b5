// Pure: whether an answer of a passkey is right (Web Authentication Level 3, 7.2). The library's own check reads ES256 signatures by a
// package of which another dependency pins an older copy, and then falls over; Node reads them itself.
import { createHash, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { Party } from './relying-party.ts';

export type Answer = { clientDataJSON: string; authenticatorData: string; signature: string };
type Stored = { publicKey: Buffer; counter: number };
/** Reads a COSE key (RFC 9053), which is CBOR, into its parts by label. @throws for anything else */
export type Decode = (cose: Uint8Array<ArrayBuffer>) => Map<number, unknown>;

/** The algorithms that are asked for and checked: ES256, EdDSA, RS256 (COSE, RFC 9053 and RFC 8812). */
export const ALGORITHMS = [-7, -8, -257];

const [USER_PRESENT, USER_VERIFIED] = [0x01, 0x04] as const;
/** rpIdHash (32), flags (1), counter (4). */
const SHORTEST = 37;

const bytesOf = (text: string) => Buffer.from(text, 'base64url');
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();

/** The counter after a right answer to `challenge`; null for any other answer, also for one opened without finger, face or PIN. */
export function counterOf(party: Party, challenge: string, answer: Answer, { publicKey, counter }: Stored, decoded: Decode): number | null {
  const [client, data] = [bytesOf(answer.clientDataJSON), bytesOf(answer.authenticatorData)];
  if (data.length < SHORTEST || !isOurs(client, party, challenge)) return null;
  if (!timingSafeEqual(data.subarray(0, 32), sha256(party.id))) return null;
  const flags = data[32]!;
  if (!(flags & USER_PRESENT) || !(flags & USER_VERIFIED)) return null;
  if (!isSigned(decoded, publicKey, Buffer.concat([data, sha256(client)]), bytesOf(answer.signature))) return null;
  const next = data.readUInt32BE(33);
  // A counter that does not rise is a copy; devices without one say 0 for ever.
  return next > counter || (next === 0 && counter === 0) ? next : null;
}

function isOurs(client: Buffer, { origin }: Party, challenge: string): boolean {
  try {
    const told = JSON.parse(client.toString('utf8')) as Record<string, unknown>;
    return told.type === 'webauthn.get' && told.challenge === challenge && told.origin === origin && told.crossOrigin !== true;
  } catch {
    return false;
  }
}

function isSigned(decoded: Decode, cose: Buffer, data: Buffer, signature: Buffer): boolean {
  try {
    const { key, hash } = keyOf(decoded(new Uint8Array(cose)));
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}

/** COSE key (RFC 9053, 7): 1 type, 3 algorithm, -1 curve or modulus, -2 x or exponent, -3 y. @throws Error for any other kind of key */
function keyOf(parts: Map<number, unknown>): { key: KeyObject; hash: 'sha256' | null } {
  const part = (name: number) => Buffer.from(parts.get(name) as Uint8Array).toString('base64url');
  const jwk = (() => {
    switch (parts.get(3)) {
      case -7:
        return { kty: 'EC', crv: 'P-256', x: part(-2), y: part(-3) };
      case -8:
        return { kty: 'OKP', crv: 'Ed25519', x: part(-2) };
      case -257:
        return { kty: 'RSA', n: part(-1), e: part(-2) };
      default:
        throw new Error('no key of ours');
    }
  })();
  return { key: createPublicKey({ key: jwk, format: 'jwk' }), hash: jwk.kty === 'OKP' ? null : 'sha256' };
}
