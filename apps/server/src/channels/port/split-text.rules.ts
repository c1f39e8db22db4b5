// Pure: a text too long for one message, in parts.

/** What ends a part well, best first: a paragraph, a line, a sentence, a word. */
const ENDS = [/\n\s*\n/g, /\n/g, /[。！？!?．][」』）)]*\s*|\.\s+/g, /[、,，\s]/g];

/**
 * A text in parts of at most `longest` UTF-16 units, cut where a reader would pause; never inside a character. Blank space at a cut goes.
 * An empty text has no parts.
 */
export function splitText(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > longest) {
    const at = cutAt(rest, longest);
    const part = rest.slice(0, at).trimEnd();
    if (part !== '') parts.push(part);
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function cutAt(text: string, longest: number): number {
  const window = text.slice(0, longest);
  for (const end of ENDS) {
    const last = [...window.matchAll(end)].at(-1);
    const at = last ? last.index + last[0].length : 0;
    // A cut near the beginning would leave many small parts.
    if (at > longest / 3) return at;
  }
  return endOfCharacter(text, longest);
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
/** Longer than any emoji made of several. */
const LONGEST_CHARACTER = 40;

function endOfCharacter(text: string, longest: number): number {
  const from = Math.max(0, longest - LONGEST_CHARACTER);
  const begin = isLowSurrogate(text, from) ? from + 1 : from;
  const ends = [...graphemes.segment(text.slice(begin, longest + LONGEST_CHARACTER))]
    .map(({ index }) => begin + index)
    .filter((at) => at > begin && at <= longest);
  return ends.at(-1) ?? (isLowSurrogate(text, longest) && longest > 1 ? longest - 1 : longest);
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
