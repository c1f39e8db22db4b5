// Pure: which mails must be taken in in their order.
import type { InboundEvent } from '../../port/port.types.ts';
import type { MailHints } from '../mail-hints.types.ts';

const hintsOf = (event: InboundEvent): MailHints | null => ('hints' in event && event.hints ? (event.hints as MailHints) : null);

/**
 * Whether a mail may belong to where an earlier one will go: it answers it, answers what that one answers, or is by the same sender. What
 * bounces back is about mail of our own, and waits for nobody.
 */
export function followsMail(event: InboundEvent, earlier: InboundEvent): boolean {
  const [one, other] = [hintsOf(event), hintsOf(earlier)];
  if (!one || !other || !('externalId' in earlier)) return false;
  if (one.from === other.from || one.references.includes(earlier.externalId)) return true;
  return one.references.some((reference) => other.references.includes(reference));
}
