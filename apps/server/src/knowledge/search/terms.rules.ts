// Pure: an analysed text → its terms in a stream.
import type { Token } from '../../platform/text/tokens.ts';
import { cjkBigrams, contentWords, readingTrigrams } from './japanese.rules.ts';
import { latinGrams, latinStems } from './latin.rules.ts';
import type { Stream, Terms } from './search.types.ts';

/** A folded text with its dictionary words; no words where it has no CJK letter. */
export type AnalysedText = { folded: string; tokens: Token[] };

/** All streams keep the same order, so that an index can be built for all of them at once. */
export const STREAMS: readonly Stream[] = ['words', 'chars', 'readings', 'latin', 'grams'];

/**
 * `keepStopWords` concerns the latin stream only: in a short English question the small words tell "how to send" from
 * "how to be sent"; in a long letter they drown everything else.
 */
export function termsOf(stream: Stream, { folded, tokens }: AnalysedText, keepStopWords = true): Terms {
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
  }
}
