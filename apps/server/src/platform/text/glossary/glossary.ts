import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCjk } from '../scripts.ts';
import type { Token } from '../tokens.ts';
import type { DictionaryEntry } from './edict.ts';
import { indexEntries } from './entry-index.ts';
import { type GlossTerm, termsOfGlosses } from './gloss-terms.ts';

/** Gives a Japanese text's words in English. */
export type Glossary = { gloss: (tokens: readonly Word[]) => GlossTerm[] };
export type Word = Pick<Token, 'surface' | 'base' | 'pos'>;

type LookUp = (word: string) => GlossTerm[] | null;

const PART_WEIGHT = 0.5;
/** Words of the text that may be one word of the dictionary: 配送 + 状況. */
const LONGEST_MATCH = 5;
/** Where scripts/lib/dictionary.mjs puts it, and where Debian's package `edict` has it. */
const PLACES = [
  join(import.meta.dirname, '../../../../../../node_modules/.madoguchi/edict/usr/share/edict/edict'),
  '/usr/share/edict/edict',
];

/** The installed dictionary's file: `MADOGUCHI_DICTIONARY` alone if it is set, else a known place; null: there is none, nothing is glossed. */
export const dictionaryFile = (): string | null => {
  const named = process.env.MADOGUCHI_DICTIONARY;
  return (named ? [named] : PLACES).find((path) => existsSync(path)) ?? null;
};

/** Reads a dictionary in the EDICT format: about a second and 30 MB for its 270,000 entries, so not on a thread that serves. */
export const loadGlossary = (path: string): Glossary => makeGlossary(toUtf8(readFileSync(path)));

const CHUNK = 1 << 20;

/** EDICT comes in EUC-JP; a file of one's own may be UTF-8. Piece by piece, or 20 MB would take 80 for a moment that lasts. */
function toUtf8(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const decoder = new TextDecoder('euc-jp');
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(Buffer.from(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true })));
  return Buffer.concat(parts);
}

/** A glossary of a dictionary in the EDICT format and UTF-8. */
export function makeGlossary(bytes: Buffer): Glossary {
  const entriesOf = indexEntries(bytes);
  const remembered = new Map<string, GlossTerm[] | null>();
  const lookUp = (word: string): GlossTerm[] | null => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const entries = entriesOf(word);
    const terms = entries.length > 0 ? termsOfGlosses(commonFirst(entries)) : null;
    if (remembered.size > MOST_REMEMBERED) remembered.clear();
    remembered.set(word, terms);
    return terms;
  };
  return { gloss: (tokens) => glossTokens(tokens, lookUp) };
}

const MOST_REMEMBERED = 10_000;
const commonFirst = (entries: DictionaryEntry[]) => entries.sort((a, b) => Number(b.isCommon) - Number(a.isCommon));

function glossTokens(tokens: readonly Word[], lookUp: LookUp): GlossTerm[] {
  const found: GlossTerm[] = [];
  for (let from = 0; from < tokens.length; ) {
    const match = hasCjk(tokens[from]!.surface) ? longestMatch(tokens, from, lookUp) : null;
    if (match) found.push(...match.terms);
    if (match && match.to > from + 1) found.push(...partsOf(tokens.slice(from, match.to), lookUp));
    from = match ? match.to : from + 1;
  }
  return found;
}

/** 拡張機能 is one word of the dictionary; who asks for an extension means it by its first half. */
const partsOf = (tokens: readonly Word[], lookUp: LookUp): GlossTerm[] =>
  tokens
    .filter(isContent)
    .flatMap(({ base }) => lookUp(base) ?? [])
    .map(({ stem, weight }) => ({ stem, weight: weight * PART_WEIGHT }));

/** The longest run of words that is one in the dictionary, its last word as written there: 電源 + を + 切っ → 電源を切る. */
function longestMatch(tokens: readonly Word[], from: number, lookUp: LookUp) {
  for (let to = Math.min(tokens.length, from + LONGEST_MATCH); to > from; to -= 1) {
    const last = tokens[to - 1]!;
    if (to === from + 1 && !isContent(last)) return null;
    const before = tokens
      .slice(from, to - 1)
      .map(({ surface }) => surface)
      .join('');
    const terms = lookUp(before + last.base) ?? (last.base === last.surface ? null : lookUp(before + last.surface));
    if (terms) return { to, terms };
  }
  return null;
}

const isContent = ({ pos }: Word): boolean => ['名詞', '動詞', '形容詞', '副詞'].includes(pos);
