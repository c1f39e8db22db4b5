// Pure: one way of asking → the terms a classifier learns from.

import { latinStems } from '../../../platform/text/latin.ts';
import { hasCjk, splitScripts } from '../../../platform/text/scripts.ts';
import type { Terms } from '../search.types.ts';

const CJK_GRAMS = [1, 2, 3];
const LATIN_GRAMS = [3, 4];

/** Latin stems, stop words and all ("how do i" tells intents apart), and pairs of neighbors. */
export function phraseTerms(folded: string): Terms {
  if (hasCjk(folded)) return [];
  const stems = latinStems(folded, true);
  return [...stems, ...stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`)];
}

/** One to three characters of CJK runs, three to four of Latin words with their ends marked. */
export function partTerms(folded: string): Terms {
  const runs = splitScripts(folded);
  if (!hasCjk(folded)) return runs.flatMap(({ text }) => gramsOf(Array.from(`<${text}>`), LATIN_GRAMS));
  return [
    ...runs.flatMap(({ script, text }) => (script === 'cjk' ? gramsOf(Array.from(text), CJK_GRAMS) : [])),
    ...latinStems(folded, true),
  ];
}

function gramsOf(characters: string[], sizes: number[]): Terms {
  const grams: Terms = [];
  for (const size of sizes) {
    for (let from = 0; from + size <= characters.length; from++) grams.push(characters.slice(from, from + size).join(''));
  }
  return grams;
}
