// Pure: what an agent typed into the search, as words to compare with.

import { foldText } from '../../platform/text/fold.ts';
import { romajiToKatakana } from '../../platform/text/romaji.ts';

/** One word of a search: as written, as it sounds (Latin letters read as kana), and its digits when it could be a telephone number. */
export type SearchWord = { written: string; sound: string; digits: string | null };

/** At least this many digits are looked for among telephone numbers. */
const SHORTEST_NUMBER = 3;

/** 「satou hanako」「サトウ　花子」「090-1234」 → the words all of which must be found. */
export function searchWords(q: string): SearchWord[] {
  const text = foldText(q);
  // A telephone number may be written with spaces in it: it is one word.
  if (/^\+?[\d\s().-]+$/.test(text) && digitsOf(text).length >= SHORTEST_NUMBER)
    return [{ written: text.replaceAll(' ', ''), sound: text, digits: digitsOf(text) }];
  return text
    .split(' ')
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => ({
      written: word,
      sound: romajiToKatakana(word) ?? word,
      digits: /^\+?[\d().-]+$/.test(word) && digitsOf(word).length >= SHORTEST_NUMBER ? digitsOf(word) : null,
    }));
}

/** Without the country's 81 or the leading 0, of which a number has one or the other. */
const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(?:0|81(?=[1-9]\d{8,9}$))/, '');

/** A word as a pattern for LIKE that means itself. */
export const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
