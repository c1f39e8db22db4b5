// Pure: a text too long for one message, where a platform measures otherwise than in UTF-16 units (bytes, graphemes, weights).
import { splitText } from './split-text.rules.ts';

/** A text in parts that all fit, each of at most `longest` UTF-16 units; cut where `splitText` cuts. */
export function splitToFit(text: string, longest: number, fits: (part: string) => boolean): string[] {
  return splitText(text, longest).flatMap((part) => {
    if (fits(part) || part.length < 2) return [part];
    const [first = ''] = splitText(part, fittingLength(part, fits));
    return [first, ...splitToFit(part.slice(first.length), longest, fits)];
  });
}

/** How long the longest beginning is that fits; one at least. */
function fittingLength(text: string, fits: (part: string) => boolean): number {
  let [low, high] = [1, text.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
