// Pure: a question and its words → what typed beginnings are compared with.
import { foldReading, toKatakana } from '../../platform/text/kana.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import type { Token } from '../../platform/text/tokens.ts';

/** A text with the places where its words begin. */
export type Run = { text: string; starts: readonly number[] };
/** One way to ask for an article: as it is written, as it is read (katakana), and how that sounds with spelling taken away. */
export type Phrase = { written: Run; read: Run; heard: Run };

const NOTHING: Run = { text: '', starts: [] };

/** `tokens`: the dictionary's words of the folded text; none for a text in Latin letters. */
export function phraseOf(folded: string, tokens: readonly Token[]): Phrase {
  if (!hasCjk(folded)) return { written: { text: folded, starts: latinStarts(folded) }, read: NOTHING, heard: NOTHING };
  const begins = tokens.filter(carriesMeaning);
  const read = joined(tokens, begins, (token) => token.reading || toKatakana(token.surface));
  return {
    written: { text: folded, starts: [...new Set([...surfaceStarts(folded, tokens), ...latinStarts(folded)])] },
    read,
    heard: joined(tokens, begins, (token) => foldReading(token.reading || token.surface)),
  };
}

const carriesMeaning = ({ pos, detail }: Token): boolean =>
  pos !== '助詞' && pos !== '助動詞' && pos !== '記号' && detail !== '接尾' && detail !== '非自立';

const latinStarts = (folded: string): number[] => [...folded.matchAll(/[a-z0-9]+/g)].map(({ index }) => index);

function surfaceStarts(folded: string, tokens: readonly Token[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    const found = folded.indexOf(token.surface, at);
    if (found === -1) continue;
    if (carriesMeaning(token)) starts.push(found);
    at = found + token.surface.length;
  }
  return starts;
}

function joined(tokens: readonly Token[], begins: readonly Token[], say: (token: Token) => string): Run {
  const meaningful = new Set(begins);
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    if (meaningful.has(token)) starts.push(text.length);
    text += say(token);
  }
  return { text, starts };
}
