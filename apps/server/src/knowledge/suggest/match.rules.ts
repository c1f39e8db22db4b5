// Pure: how well what was typed fits a phrase.
import type { Phrase, Run } from './phrases.rules.ts';
import type { Typed } from './typed.rules.ts';

/** Lower is better. What begins as typed, then a word that does, then what holds it, then what is one slip away. */
const PREFIX = 0;
const WORD = 2;
const WITHIN = 4;
export const SLIP = 6;
/** By ear is a little less sure than by sight. */
const BY_EAR = 1;
/** One sound alone is in everything. */
const SOUNDS_WITHIN = 2;
/** Shorter words have too many neighbors to guess. */
const SLIP_FROM = 4;

/** How a phrase fits, 0 best; null when it does not. */
export function fit(phrase: Phrase, { texts, readings, sounds }: Typed): number | null {
  const written = best(texts, (text) => place(phrase.written, text, [...text].length > 1));
  const read = best(readings, (reading) => place(phrase.read, reading, reading.length >= SOUNDS_WITHIN));
  const heard = best(sounds, (sound) => (sound.length < SOUNDS_WITHIN ? null : place(phrase.heard, sound, sound.length > SOUNDS_WITHIN)));
  const sure = least(written, plus(read, BY_EAR), plus(heard, BY_EAR));
  if (sure !== null) return sure;
  const slipped =
    texts.some((text) => /^[a-z]+$/.test(text) && slips(phrase.written, text)) || sounds.some((sound) => slips(phrase.heard, sound));
  return slipped ? SLIP : null;
}

function place({ text, starts }: Run, typed: string, anywhere: boolean): number | null {
  if (typed === '' || text === '') return null;
  let at = text.indexOf(typed);
  if (at === -1) return null;
  if (at === 0) return PREFIX;
  for (; at !== -1; at = text.indexOf(typed, at + 1)) if (starts.includes(at)) return WORD;
  return anywhere ? WITHIN : null;
}

/** Whether a word begins as typed save for one letter: left out, added, changed, or two that changed places. */
function slips({ text, starts }: Run, typed: string): boolean {
  if (typed.length < SLIP_FROM) return false;
  return starts.some(
    (start) =>
      // The first letter is seldom wrong, and looking at it first spares nearly all the work.
      text[start] === typed[0] && [0, 1, -1].some((more) => oneApart(text.slice(start, start + typed.length + more), typed)),
  );
}

function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [a, b] = [one.slice(from), other.slice(from)];
  const swapped = a.length === b.length && a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
}

const best = (options: readonly string[], look: (option: string) => number | null): number | null => least(...options.map(look));
const plus = (value: number | null, more: number): number | null => (value === null ? null : value + more);

function least(...values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}
