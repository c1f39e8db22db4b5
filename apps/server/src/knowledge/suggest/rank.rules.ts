// Pure: which questions to offer, best first.
import type { Locale } from '@madoguchi/contract/common.ts';
import type { Askable } from './askable.queries.ts';
import { fit } from './match.rules.ts';
import type { Phrase } from './phrases.rules.ts';
import type { Typed } from './typed.rules.ts';

type Offer = Askable & { phrases: readonly Phrase[] };

/** Another way to ask leads to the article too, after those whose own question fits as well. */
const BY_EXAMPLE = 0.5;

/** The questions that fit, best first, with how they fit; of those that fit as well, what helped more readers, then the shorter one. */
export function rankSuggestions<T extends Offer>(
  offers: Iterable<T>,
  locale: Locale,
  typed: Typed,
  limit: number,
): { offer: T; fits: number }[] {
  const found: { offer: T; fits: number }[] = [];
  for (const offer of offers) {
    if (offer.locale !== locale) continue;
    let fits = Number.POSITIVE_INFINITY;
    for (const [i, phrase] of offer.phrases.entries()) fits = Math.min(fits, (fit(phrase, typed) ?? fits) + (i > 0 ? BY_EXAMPLE : 0));
    if (fits < Number.POSITIVE_INFINITY) found.push({ offer, fits });
  }
  return found
    .sort(
      (a, b) =>
        a.fits - b.fits ||
        b.offer.favor - a.offer.favor ||
        a.offer.question.length - b.offer.question.length ||
        (a.offer.id < b.offer.id ? -1 : 1),
    )
    .slice(0, limit);
}
