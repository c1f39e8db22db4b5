// Pure: how long codes live, how many there may be, and what they are kept as.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { normaliseIdentity } from '../customers.rules.ts';
import type { ProofAddress } from './codes.types.ts';

export const CODE_MINUTES = 10;
export const CODE_LIVES_MS = CODE_MINUTES * 60_000;
export const TRIES_PER_CODE = 5;
const HOUR_MS = 3_600_000;
export const CODES_PER_HOUR = { address: 3, visitor: 5 } as const;
/** Private facts ask for a new code after a day: a browser may be somebody else's by then. */
export const PROOF_LIVES_MS = 24 * HOUR_MS;

export const anHourBefore = (now: Date): Date => new Date(now.getTime() - HOUR_MS);

export const isLimited = (sent: Record<keyof typeof CODES_PER_HOUR, number>): boolean =>
  sent.address >= CODES_PER_HOUR.address || sent.visitor >= CODES_PER_HOUR.visitor;

/** A code as six digits, from a number below a million. */
export const codeOf = (number: number): string => String(number).padStart(6, '0');

/** Six digits have a million values: without the installation's key their hash says nothing. */
export const hashCode = (key: Buffer, codeId: string, code: string): Buffer =>
  createHmac('sha256', key).update(`code\n${codeId}\n${code}`).digest();
/** No e-mail address is a telephone number: the kind need not go in. */
export const hashAddress = (key: Buffer, workspaceId: string, { kind, value }: ProofAddress): Buffer =>
  createHmac('sha256', key)
    .update(`address\n${workspaceId}\n${normaliseIdentity(kind, value)}`)
    .digest();

/** In constant time. */
export const isSameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

type Kept = { expires_at: Date; tries: number; used_at: Date | null };

/** Whether a code may still be tried. */
export const isLive = ({ expires_at, tries, used_at }: Kept, now: Date): boolean =>
  used_at === null && tries < TRIES_PER_CODE && now.getTime() < expires_at.getTime();
