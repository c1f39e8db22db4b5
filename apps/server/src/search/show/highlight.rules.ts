// Pure: a text, or the piece of it that was found, with the places of what was searched for.
import type { Marked } from '@madoguchi/contract/search.ts';
import { foldText } from '../../platform/text/fold.ts';

const BEFORE = 36;
const LENGTH = 180;
/** How far a text is folded when what was found stands in it in another spelling. */
const FOLDED = 3000;
const MOST_RANGES = 40;
/** A character with what belongs to it: accents, half-width voicing marks. */
const CHARACTER = /[\s\S][\p{M}\uff9e\uff9f]*/gu;

/** The whole text, marked. For names, subjects and other short ones. */
export const markAll = (text: string, needles: RegExp | null): Marked => ({ text, ranges: needles ? rangesIn(text, needles) : [] });

/** How well a text shows what was searched for: the different things of it that it has. */
export const coverOf = (text: string, needles: RegExp | null): number =>
  needles ? new Set(Array.from(foldText(text.slice(0, FOLDED)).matchAll(needles), ([found]) => found)).size : 0;

/** About two lines around the first place, on one line; the beginning when there is none. */
export function snippetOf(text: string, needles: RegExp | null): Marked {
  const first = needles ? firstPlace(text, needles) : 0;
  let from = first <= BEFORE ? 0 : first - BEFORE;
  let to = Math.min(text.length, from + LENGTH);
  if (isInside(text, from)) from += 1;
  if (isInside(text, to)) to -= 1;
  const piece = text.slice(from, to).replace(/\s+/g, ' ').trim();
  const shown = `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
  return markAll(shown, needles);
}

function firstPlace(text: string, needles: RegExp): number {
  needles.lastIndex = 0;
  const asWritten = needles.exec(text)?.index;
  needles.lastIndex = 0;
  return asWritten ?? rangesIn(text.slice(0, FOLDED), needles)[0]?.[0] ?? 0;
}

/** Whether a place lies between the two halves of a character. */
const isInside = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

/** é as e, as the index has it; が stays が. */
const plain = (folded: string): string => (/\p{Script=Latin}/u.test(folded) ? folded.normalize('NFD').replace(/\p{M}/gu, '') : folded);

function rangesIn(text: string, needles: RegExp): [number, number][] {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    const one = plain(foldText(character)) || ' ';
    folded += one;
    for (let i = 0; i < one.length; i += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  const ranges: [number, number][] = [];
  for (const match of folded.matchAll(needles)) {
    if (match[0].length === 0) continue;
    const from = starts[match.index]!;
    const to = ends[match.index + match[0].length - 1]!;
    const last = ranges.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (ranges.length < MOST_RANGES) ranges.push([from, to]);
  }
  return ranges;
}
