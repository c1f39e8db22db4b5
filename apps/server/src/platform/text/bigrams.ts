import { splitScripts } from './scripts.ts';

const ALL_HIRAGANA = /^[\u3041-\u309f]+$/;

/** 返品したい → 返品 品し した たい. A run of one character gives itself. Counted in characters, not UTF-16 units. */
export function bigramsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  const bigrams: string[] = [];
  for (let i = 1; i < characters.length; i++) bigrams.push(`${characters[i - 1]}${characters[i]}`);
  return bigrams;
}

/** Bigrams of grammar only (です, した): nearly every Japanese sentence has them, so they say little about its matter. */
export function isAllHiragana(gram: string): boolean {
  return ALL_HIRAGANA.test(gram);
}

/**
 * The terms under which a folded text is found by substring: every character bigram of its CJK runs and its other words whole.
 * Hiragana bigrams are kept, unlike in ranking, because a search box must find いつ as well as 返品.
 */
export function substringTerms(folded: string): string[] {
  return splitScripts(folded).flatMap((run) => (run.script === 'cjk' ? bigramsOf(run.text) : [run.text]));
}
