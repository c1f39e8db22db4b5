// Pure: the forms in which addresses are kept, so that the same address is the same identity.
import type { IdentityKind } from './customers.types.ts';

/** An address in the one form it is stored and compared in. */
export function normaliseIdentity(kind: IdentityKind, value: string): string {
  const text = value.normalize('NFKC').trim();
  if (kind === 'email') return text.toLowerCase();
  if (kind === 'phone') return text.replace(/[^\d+]/g, '').replace(/^0(?=\d{9,10}$)/, '+81');
  return text;
}
