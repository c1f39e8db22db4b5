// Pure: what is personal in a customer's words → placeholders, before the words leave the house.
import { findPersonal, type PersonalKind } from './personal.rules.ts';

/** A text without what is personal. `unmask` puts it back wherever a reply repeats a placeholder; `count`: how many different things. */
export type Masked = { text: string; unmask: (reply: string) => string; count: number };

const PLACEHOLDER = /\[(?:EMAIL|CARD|MYNUMBER|PHONE|POSTAL|NUMBER|NAME)_\d+\]/g;

/**
 * Masks e-mail addresses, telephone, card and individual numbers, postal codes, codes like order numbers, and the names given by the
 * caller. The same thing always gets the same placeholder, so that the text still makes sense. Prices and dates stay: without them no
 * question about them could be answered. Postal addresses in words are not recognized.
 */
export function maskPersonal(text: string, names: readonly string[] = []): Masked {
  const placeholders = new Map<string, string>();
  const next = new Map<PersonalKind, number>();
  const nameless = (kind: PersonalKind): string => {
    for (let n = (next.get(kind) ?? 0) + 1; ; n += 1) {
      const placeholder = `[${kind}_${n}]`;
      // What the customer wrote themselves stays theirs.
      if (text.includes(placeholder)) continue;
      next.set(kind, n);
      return placeholder;
    }
  };
  let masked = '';
  let at = 0;
  for (const { from, to, kind } of findPersonal(text, names)) {
    const original = text.slice(from, to);
    const placeholder = placeholders.get(original) ?? nameless(kind);
    placeholders.set(original, placeholder);
    masked += text.slice(at, from) + placeholder;
    at = to;
  }
  const originals = new Map(Array.from(placeholders, ([original, placeholder]) => [placeholder, original]));
  return {
    text: masked + text.slice(at),
    count: originals.size,
    unmask: (reply) => reply.replace(PLACEHOLDER, (one) => originals.get(one) ?? one),
  };
}
