// Pure: the forms in which addresses are kept, so that the same address is the same identity.
import type { IdentityKind } from './customers.types.ts';

/** An address in the one form it is stored and compared in. */
export function normaliseIdentity(kind: IdentityKind, value: string): string {
  const text = value.normalize('NFKC').trim();
  if (kind === 'email') return text.toLowerCase();
  if (kind === 'phone') return normalisePhone(text);
  return text;
}

/** 090-1234-5678, +81 (0)90 1234 5678, 0081-90-…, 010-81-90-… → +819012345678. A number that is no full one stays as its digits. */
function normalisePhone(text: string): string {
  // What follows is an extension (内線), which no network reads.
  const [number = ''] = text.split(/内線|ext\.?|[x#]/i);
  const digits = number.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
  return digits
    .replace(/^(?:00|010)(?=81[1-9]\d{8,9}$|81 ?0\d{9,10}$)/, '+')
    .replace(/^\+810(?=\d{9,10}$)/, '+81')
    .replace(/^810?(?=[1-9]\d{8,9}$)/, '+81')
    .replace(/^0(?=[1-9]\d{8,9}$)/, '+81');
}
