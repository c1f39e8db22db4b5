// Pure: an analysed text → its terms in a stream.
import type { GlossTerm } from '../../platform/text/glossary/gloss-terms.ts';
import { latinGrams, latinStems } from '../../platform/text/latin.ts';
import type { Token } from '../../platform/text/tokens.ts';
import { cjkBigrams, contentWords, readingTrigrams } from './japanese.rules.ts';
import type { Stream, Terms } from './search.types.ts';

/** A folded text with its dictionary words, and an entry's words in English too; no words where it has no CJK letter. */
export type AnalysedText = { folded: string; tokens: Token[]; meanings: string[]; gloss?: GlossTerm[] };

/** Occurrences are counted whole: a gloss counts this many times its weight, and the views divide by it. */
export const GLOSS_GRAIN = 8;

/** All streams keep the same order, so that an index can be built for all of them at once. */
export const STREAMS: readonly Stream[] = ['words', 'chars', 'readings', 'latin', 'grams', 'gloss', 'meanings'];

/**
 * `keepStopWords` concerns the latin stream only: in a short English question the small words tell "how to send" from
 * "how to be sent"; in a long letter they drown everything else.
 */
export function termsOf(stream: Stream, { folded, tokens, gloss, meanings }: AnalysedText, keepStopWords = true): Terms {
  switch (stream) {
    case 'words':
      return [...contentWords(tokens), ...latinStems(folded, false)];
    case 'chars':
      return [...cjkBigrams(folded), ...latinStems(folded, false)];
    case 'readings':
      return [...readingTrigrams(tokens), ...latinStems(folded, false)];
    case 'latin':
      return latinStems(folded, keepStopWords);
    case 'grams':
      return latinGrams(folded);
    case 'gloss':
      return glossTerms(latinStems(folded, 'questions'), gloss);
    case 'meanings':
      return [...meanings, ...latinStems(folded, false)];
  }
}

/** A question is its own gloss; an entry has its English words and those of its Japanese ones, by their weight. */
function glossTerms(own: string[], gloss: GlossTerm[] | undefined): Terms {
  if (!gloss) return own;
  const weighed = [...own.map((stem) => ({ stem, weight: 1 })), ...gloss];
  return weighed.flatMap(({ stem, weight }) => Array<string>(Math.max(1, Math.round(weight * GLOSS_GRAIN))).fill(stem));
}
