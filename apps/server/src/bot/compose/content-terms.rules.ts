// Pure: what a text is about, as terms that two texts can share.
import { termsOf } from '../../knowledge/search/terms.rules.ts';
import { foldText } from '../../platform/text/fold.ts';

/** Character bigrams of Japanese without those of hiragana alone, and stems of other words without the small ones; each once. */
export const contentTerms = (text: string): Set<string> => new Set(termsOf('chars', { folded: foldText(text), tokens: [], meanings: [] }));

/** Which part of the terms stands in the other text, 0..1; 1 of no terms. */
export function containment(terms: ReadonlySet<string>, inside: ReadonlySet<string>): number {
  if (terms.size === 0) return 1;
  let shared = 0;
  for (const term of terms) if (inside.has(term)) shared += 1;
  return shared / terms.size;
}
