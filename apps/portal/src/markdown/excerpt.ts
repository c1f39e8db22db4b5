import { markdownToText } from './markdown.ts';

/** Words worth looking for in a text: Latin words and numbers, and runs of kanji or katakana, of two characters and more. */
export const termsOf = (q: string): string[] => [
  ...new Set(
    q
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Script=Latin}\p{N}]{2,}|[\p{Script=Han}\p{Script=Katakana}ー々]{2,}/gu) ?? [],
  ),
];

/** One line of about `length` characters: the beginning, or the surroundings of the first word that was looked for. */
export function excerptOf(markdown: string, q = '', length = 110): string {
  const text = markdownToText(markdown).replace(/\s*\n\s*/g, ' ');
  const places = termsOf(q).map((term) => text.toLowerCase().indexOf(term));
  const first = Math.min(...places.filter((place) => place >= 0));
  const start = Number.isFinite(first) && first > length / 2 ? first - Math.floor(length / 5) : 0;
  const characters = [
    ...text
      .slice(start)
      .toWellFormed()
      .replace(/^[\p{P}\s]+(?<![「『（【“(])/u, ''),
  ];
  return `${start > 0 ? '…' : ''}${characters.slice(0, length).join('').trim()}${characters.length > length ? '…' : ''}`;
}

/** A text cut where words that were looked for begin and end, for marking them. */
export function markedParts(text: string, q: string): { text: string; hit: boolean }[] {
  const terms = termsOf(q).map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (terms.length === 0) return [{ text, hit: false }];
  // With one capture group, split gives texts and hits in turn.
  const parts = text.split(new RegExp(`(${terms.join('|')})`, 'giu'));
  return parts.map((part, i) => ({ text: part, hit: i % 2 === 1 })).filter((part) => part.text !== '');
}
