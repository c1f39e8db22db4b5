// Pure: Latin (and any other spaced) words of a folded text → terms.
import { stemmer } from 'stemmer';
import { splitScripts } from './scripts.ts';
import { QUESTION_WORDS, STOP_WORDS } from './stop-words.ts';

/** Longer "words" are keys, hashes and noise; the stemmer's patterns should not see them either. */
const MAX_WORD = 40;
const ACCENTS = /\p{M}+/gu;
const JOINTS = /[-.'_+&@/#]+/;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;

/** A word before stemming. `parts` of a compound (node.js → node, js) come besides the whole. */
type LatinWord = { whole: string; parts: string[] };

/** Stems of the words: compounds whole and split; 's and 're cut. `keepStopWords` for English against English. */
export function latinStems(folded: string, keepStopWords: boolean | 'questions'): string[] {
  const stems: string[] = [];
  for (const { whole, parts } of latinWords(folded)) {
    for (const word of parts.length > 1 ? [whole, ...parts] : [whole]) {
      if (keepStopWords === true || !STOP_WORDS.has(word) || (keepStopWords && QUESTION_WORDS.has(word))) stems.push(stem(word));
    }
  }
  return stems;
}

/** The stems of the words in their order, compounds taken apart: what phrases are matched on. */
export const latinWordsOf = (folded: string): string[] => Array.from(latinWords(folded), ({ parts }) => parts.map(stem)).flat();

/** Parts of 3 to 5 characters of every word that is no stop word, with < and > for its ends: <ref, refu, … und>. */
export function latinGrams(folded: string): string[] {
  const grams: string[] = [];
  for (const { parts } of latinWords(folded)) {
    for (const word of parts) {
      if (STOP_WORDS.has(word)) continue;
      const bounded = `<${word}>`;
      for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
        for (let from = 0; from + size <= bounded.length; from++) grams.push(bounded.slice(from, from + size));
      }
    }
  }
  return grams;
}

function* latinWords(folded: string): Generator<LatinWord> {
  for (const run of splitScripts(folded)) {
    if (run.script !== 'word') continue;
    const whole = run.text
      .normalize('NFD')
      .replace(ACCENTS, '')
      .replace(/'(s|re|ll|ve|d|m)$/, '')
      .slice(0, MAX_WORD);
    const parts = whole.split(JOINTS).filter(Boolean);
    if (parts.length > 0) yield { whole: parts.length === 1 ? parts[0]! : whole, parts };
  }
}

function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}
