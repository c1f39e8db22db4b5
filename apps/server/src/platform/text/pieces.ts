import { cutText } from './fold.ts';

const SENTENCE_END = /[。．！？!?\n]/g;

/**
 * Cuts a long text into pieces of at most `limit` UTF-16 units, behind a sentence end where there is one in the second half.
 * The pieces joined are the text. Keeps every round trip to the tokenizer short.
 */
export function cutIntoPieces(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const piece = cutText(rest, limit);
    const cut = lastSentenceEnd(piece, limit / 2) || piece.length;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest) pieces.push(rest);
  return pieces;
}

function lastSentenceEnd(piece: string, from: number): number {
  let end = 0;
  for (const match of piece.matchAll(SENTENCE_END)) if (match.index >= from) end = match.index + 1;
  return end;
}
