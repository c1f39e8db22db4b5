// Pure: telephone numbers in any notation.
import { normaliseIdentity } from '../../customers/customers.rules.ts';

const WRITTEN = /(?<![\d+#a-z-])(?:\+|0)\d(?:[ ()./-]{0,2}\d){7,14}(?![\da-z])/g;
const WHOLE = /^\+?[\d ()./-]{9,24}$/;
const MOST = 20;
const SHORTEST_PART = 4;

const isFull = (number: string): boolean => /^\+?\d{9,15}$/.test(number);

/** 090-1234-5678, (090) 1234 5678 and +81 90 1234 5678 → `+819012345678`, of every number in a folded text. */
export function phoneTerms(folded: string): string[] {
  const numbers = Array.from(folded.matchAll(WRITTEN), ([written]) => normaliseIdentity('phone', written));
  return [...new Set(numbers.filter(isFull))].slice(0, MOST).map(phoneTerm);
}

/** Terms for a customer's own number, also by its beginning (0901…) and its end (5678). */
export function ownPhoneTerms(number: string): string[] {
  const national = number.replace(/^\+81/, '0').replace(/\D/g, '');
  const parts: string[] = [phoneTerm(number)];
  for (let length = SHORTEST_PART; length <= national.length; length += 1)
    parts.push(`#<${national.slice(0, length)}`, `#<${national.slice(-length)}`);
  return parts;
}

/** The number that a whole folded query is; null when it is none. */
export function phoneOfQuery(folded: string): string | null {
  if (!WHOLE.test(folded) || !/^[+0(]/.test(folded)) return null;
  const number = normaliseIdentity('phone', folded);
  return isFull(number) ? number : null;
}

export const phoneTerm = (number: string): string => (number.startsWith('+') ? number : `+${number}`);
