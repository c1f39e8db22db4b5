// Pure: an article → the texts that are embedded.
import { createHash } from 'node:crypto';
import { cutText } from '../../platform/text/fold.ts';
import type { Entry } from '../search/search.types.ts';

/** `part` 0: the question and its examples; 1…: pieces of the answer. `hash` tells whether a vector is still of this text. */
export type Part = { articleId: string; part: number; text: string; hash: string };

/** Many models look at 512 tokens, of which a Japanese text has about one in every 1.5 characters. */
const PIECE = 800;
/** Of an article of 1 MB the first of its pieces say what it is about. */
const MOST_PIECES = 40;
/** Where a piece may end: a line or a sentence. */
const ENDS = /(?<=[\n。！？!?])|(?<=\.)\s/u;

/** The texts of an entry whose answer is plain text; empty ones are left out. */
export function partsOf({ id, question, answer, examples = [] }: Entry): Part[] {
  const asked = cutText([question, ...examples].map((text) => text.trim()).join('\n'), PIECE);
  const pieces = piecesOf(answer).slice(0, MOST_PIECES);
  return [asked, ...pieces].flatMap((text, part) => (text.trim() === '' ? [] : [{ articleId: id, part, text, hash: hashOf(text) }]));
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Whole sentences together up to the size of a piece; a longer one is cut. */
function piecesOf(answer: string): string[] {
  const pieces: string[] = [];
  let open = '';
  for (const sentence of answer.split(ENDS).flatMap(cutUp)) {
    if (open.length + sentence.length > PIECE) {
      pieces.push(open.trim());
      open = '';
      if (pieces.length > MOST_PIECES) return pieces;
    }
    open += sentence;
  }
  return [...pieces, open.trim()].filter((piece) => piece !== '');
}

function cutUp(sentence: string): string[] {
  const cuts: string[] = [];
  let rest = sentence;
  while (rest.length > PIECE) {
    const cut = cutText(rest, PIECE);
    cuts.push(cut);
    rest = rest.slice(cut.length);
  }
  return [...cuts, rest];
}

/** How much is asked for at a time. `characters`: of all texts together. */
type Most = { texts: number; characters: number };
const ENDPOINT: Most = { texts: 64, characters: 100_000 };
/** One machine without a graphics card reads some hundred characters in a second. */
const LOCAL: Most = { texts: 16, characters: 6000 };

/** Parts as they are sent: as many together as an endpoint takes, or as the server's own model does in well under a minute. */
export function batchesOf(parts: readonly Part[], { isLocal = false } = {}): Part[][] {
  const most = isLocal ? LOCAL : ENDPOINT;
  const batches: Part[][] = [];
  let characters = 0;
  for (const part of parts) {
    const open = batches.at(-1);
    characters += part.text.length;
    if (open && open.length < most.texts && characters <= most.characters) open.push(part);
    else {
      batches.push([part]);
      characters = part.text.length;
    }
  }
  return batches;
}
