// Pure: one-time codes by time (RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes.
import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const STEP_IN_MS = 30_000;
/** Clocks of telephones go wrong a little: the code before and the one after count too. */
const STEPS_BESIDE = 1;
/** No letter that can be taken for a figure. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const totpOf = (secret: string, more: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...more, algorithm: 'SHA1', digits: 6, period: STEP_IN_MS / 1000, secret: Secret.fromBase32(secret) });

/** 160 random bits, as base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says: an otpauth:// address with the secret, the product's name and whose it is. */
export const uriOf = (secret: string, issuer: string, label: string): string => totpOf(secret, { issuer, label }).toString();

/** The time step whose code this is, or null. The comparison takes the same time for every code. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: STEPS_BESIDE });
  return delta === null ? null : Math.floor(now.getTime() / STEP_IN_MS) + delta;
}

/** What somebody typed, without spaces, hyphens and capitals; full-width figures of a Japanese keyboard count. */
export const typedCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐-―−ー]/g, '');

export const looksLikeTotp = (code: string): boolean => /^\d{6}$/.test(code);

/** A recovery code from ten random bytes: 49 bits, in two halves. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** How a recovery code is kept: without the installation's key nobody can try guesses on a stolen database. */
export const recoveryHash = (key: Buffer, accountId: string, code: string): Buffer =>
  createHmac('sha256', key)
    .update(`${accountId} ${typedCode(code)}`)
    .digest();
