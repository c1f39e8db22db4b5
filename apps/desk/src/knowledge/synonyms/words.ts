import { type Fault, textFault } from '../../admin/faults.ts';

/** The contract's bounds of one group. */
const FEWEST = 2;
const MOST = 20;
const LONGEST = 60;

/** What parts one word from the next, typed or pasted. A space does not: product names contain some. */
export const separators = [',', '、', '，', '\n', '\t'];
export const hasSeparator = (text: string): boolean => separators.some((separator) => text.includes(separator));

const fold = (word: string) => word.normalize('NFKC').toLowerCase();

/** What was typed as words: parted, trimmed, none of them twice (width and case make no difference). */
export function readWords(typed: readonly string[]): string[] {
  const parts = typed.flatMap((text) => text.split(/[,、，\r\n\t]+/)).map((part) => part.trim());
  return parts.filter((part, at) => part !== '' && parts.findIndex((other) => fold(other) === fold(part)) === at);
}

/** What is wrong with the words of a group, if anything. */
export function wordsFault(words: readonly string[]): Fault | undefined {
  const long = words.find((word) => word.length > LONGEST);
  if (long) return { word: 'fault.synonym_long', values: { word: `${[...long].slice(0, 12).join('')}…`, max: LONGEST } };
  if (words.length < FEWEST) return { word: 'fault.synonym_too_few' };
  if (words.length > MOST) return { word: 'fault.synonym_too_many', values: { max: MOST } };
  return words.map((word) => textFault(word, LONGEST)).find((fault) => fault !== undefined);
}
