// Pure: labels of buttons, which every platform bounds differently.
import { splitText } from './split-text.rules.ts';

/** At most `longest` UTF-16 units, with … at the end where something was left out. */
export function shorten(text: string, longest: number): string {
  const [first = '', ...more] = splitText(text.replace(/\s+/g, ' '), longest);
  return more.length > 0 ? `${splitText(first, longest - 1)[0] ?? ''}…` : first;
}
