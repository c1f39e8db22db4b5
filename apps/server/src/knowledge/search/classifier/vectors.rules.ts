// Pure: terms → sparse vectors of unit length, (1 + ln tf) · ln((N + 1)/(df + .5)).
import type { Terms } from '../search.types.ts';
import { partTerms, phraseTerms } from './sample-terms.rules.ts';

/** A block of terms with its own numbering; `firstId` keeps the numbers of several blocks apart. */
type Block = { ids: Map<string, number>; rarity: Float32Array; unseenRarity: number; firstId: number };

export type Vectorizer = { phrases: Block; parts: Block; size: number };
export type SparseVector = { ids: Uint32Array; values: Float32Array };

const PHRASE_WEIGHT = 0.8;
const PART_WEIGHT = 0.6;

/** Learns terms and their rarity from folded texts. Terms of fewer than `minimum` texts are left out. */
export function fitVectorizer(texts: string[], minimum = 1): Vectorizer {
  const phrases = fitBlock(texts.map(phraseTerms), minimum, 0);
  const parts = fitBlock(texts.map(partTerms), minimum, phrases.ids.size);
  return { phrases, parts, size: phrases.ids.size + parts.ids.size };
}

/**
 * Words nobody used are part of the length but not of the vector: the stranger a question, the shorter its vector and the
 * flatter the classifier's answer. A text without Latin words gives the whole weight to its parts.
 */
export function vectorOf({ phrases, parts }: Vectorizer, folded: string): SparseVector {
  const words = phraseTerms(folded);
  const ids: number[] = [];
  const values: number[] = [];
  addBlock(phrases, words, PHRASE_WEIGHT, ids, values);
  addBlock(parts, partTerms(folded), words.length > 0 ? PART_WEIGHT : 1, ids, values);
  return { ids: Uint32Array.from(ids), values: Float32Array.from(values) };
}

function fitBlock(texts: Terms[], minimum: number, firstId: number): Block {
  const having = new Map<string, number>();
  for (const terms of texts) for (const term of new Set(terms)) having.set(term, (having.get(term) ?? 0) + 1);
  const kept = [...having].filter(([, count]) => count >= minimum);
  const rarityOf = (count: number): number => Math.log((texts.length + 1) / (count + 0.5));
  return {
    ids: new Map(kept.map(([term], i) => [term, i])),
    rarity: Float32Array.from(kept, ([, count]) => rarityOf(count)),
    unseenRarity: rarityOf(0),
    firstId,
  };
}

function addBlock(block: Block, terms: Terms, weight: number, ids: number[], values: number[]): void {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  const from = values.length;
  let squares = 0;
  for (const [term, count] of times) {
    const id = block.ids.get(term);
    const value = (1 + Math.log(count)) * (id === undefined ? block.unseenRarity : block.rarity[id]!);
    squares += value * value;
    if (id === undefined) continue;
    ids.push(block.firstId + id);
    values.push(value);
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = from; i < values.length; i++) values[i]! *= scale;
}
