// Pure: a company's own words that mean the same, put into a question before it is read.
import { hasCjk } from '../../platform/text/scripts.ts';
import type { Terms } from './search.types.ts';

/** A word or phrase of a group, folded, with its terms as the index would have them. */
export type OwnWord = { folded: string; terms: Terms };

/** Shorter ones stand in too many other words: 便 in 便箋. */
const SHORTEST_CJK = 2;
/** Words put in for one, the first known ones of its group. */
const MOST_PUT_IN = 4;

/**
 * The question with the other words of a group beside the one that was used, as far as any article has them; in its place, when no article
 * has the one that was used.
 */
export function putIn(folded: string, groups: readonly (readonly OwnWord[])[], isKnown: (terms: Terms) => boolean): string {
  let question = folded;
  for (const group of groups) {
    // Only what was asked, not what was put in: else groups whose words contain one another would go round and round.
    const used = longestUsed(folded, group);
    if (!used) continue;
    const others = group.filter((word) => word !== used && !question.includes(word.folded) && isKnown(word.terms)).slice(0, MOST_PUT_IN);
    if (others.length === 0) continue;
    const words = [...(isKnown(used.terms) ? [used] : []), ...others].map((word) => word.folded);
    question = question.replace(used.folded, () => ` ${words.join(' ')} `);
  }
  return question;
}

function longestUsed(question: string, group: readonly OwnWord[]): OwnWord | undefined {
  const used = group.filter((word) => isUsed(question, word.folded));
  return used.sort((a, b) => b.folded.length - a.folded.length)[0];
}

function isUsed(question: string, word: string): boolean {
  const at = question.indexOf(word);
  if (at === -1) return false;
  if (hasCjk(word)) return word.length >= SHORTEST_CJK;
  const isLetter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  return !isLetter(question[at - 1]) && !isLetter(question[at + word.length]);
}
