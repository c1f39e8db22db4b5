// Pure: which of the names given with a note stand in its text.
import type { Mention } from '@madoguchi/contract/messages.ts';

/** The mentions that lie inside the text, begin with an @ and do not overlap, in the order of the text. */
export function wellPlaced(text: string, mentions: readonly Mention[]): Mention[] {
  const placed: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => a.from - b.from)) {
    const begins = placed.at(-1)?.to ?? 0;
    if (mention.from < begins || mention.to > text.length || mention.to - mention.from < 2) continue;
    if (text[mention.from] === '@' || text[mention.from] === '＠') placed.push(mention);
  }
  return placed;
}
