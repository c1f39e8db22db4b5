// Pure: to whom a side conversation may be written.

/** A plain address (RFC 5321, without quoted local parts), as people write them. */
const ADDRESS = /^[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;."]+$/;

/** `工場 田中 <tanaka@maker.example>` → `tanaka@maker.example`, in lower case; null for what is none. */
export function addressIn(written: string): string | null {
  const text = written.normalize('NFKC').trim();
  const address = (/<([^<>]*)>$/.exec(text)?.[1] ?? text).trim().toLowerCase();
  return ADDRESS.test(address) ? address : null;
}

export type Recipients = { to: string[]; cc: string[] };
type RecipientFault = { fault: 'malformed' | 'customer' | 'own'; address: string };

/**
 * Everybody once, as they were written, `to` before `cc`; or what is wrong with the first who cannot be written to.
 * @param whose addresses in lower case: the customer's, who sees nothing of this, and the mailbox's own, which would answer itself
 */
export function recipientsOf(
  wanted: Recipients,
  whose: { customer: readonly string[]; own: readonly string[] },
): Recipients | RecipientFault {
  const seen = new Set<string>();
  const found: Recipients = { to: [], cc: [] };
  for (const kind of ['to', 'cc'] as const) {
    for (const written of wanted[kind]) {
      const address = addressIn(written);
      if (!address) return { fault: 'malformed', address: written };
      if (whose.customer.includes(address)) return { fault: 'customer', address };
      if (whose.own.includes(withoutPlus(address))) return { fault: 'own', address };
      if (seen.has(address)) continue;
      seen.add(address);
      found[kind].push(written.replace(/[\r\n]+/g, ' ').trim());
    }
  }
  return found;
}

const withoutPlus = (address: string): string => address.replace(/\+[^@]*@/, '@');
