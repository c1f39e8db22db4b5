// Pure: Japanese postal addresses as people type them.
import type { Address } from '@madoguchi/contract/customers.ts';

/** 1028800, 〒102-8800, １０２－８８００ → 102-8800; null for what is no Japanese postal code. */
export function postalCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[〒\s‐‑‒–—―−ー-]/g, '');
  return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : null;
}

/** An address in the form it is kept in: trimmed, the postal code with its hyphen; {} when nothing of it is there. */
export function keptAddress(address: Address): Partial<Address> {
  const trimmed = Object.entries(address).map(([field, text]) => [field, text.replace(/\s+/gu, ' ').trim()] as const);
  const kept = Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
  return kept.postalCode ? { ...kept, postalCode: postalCode(kept.postalCode) ?? kept.postalCode } : kept;
}
