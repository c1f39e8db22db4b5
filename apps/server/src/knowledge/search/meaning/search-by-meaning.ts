import type { SearchIndex, SearchOptions, SearchResult } from '../search.types.ts';
import { fuseByRank } from './rank-fusion.rules.ts';
import type { Vectors } from './vectors.ts';

/** The vector of a question; null when there is none in time. Never rejects. */
export type Embed = (question: string) => Promise<Float32Array | null>;

/** How many each side names. */
const LOOKED_AT = 50;
/**
 * Below, the nearest entry does not stand out, and the words alone are heard: a question about nothing we know is near to something
 * all the same. A rough bar on the safe side, not fitted to any model.
 */
const LEAST_LIFT = 0.25;

/**
 * Asks the index by words and the vectors by meaning at the same time, and puts both orders together. `features` stay those of the
 * best entry by words, and `meaning` says whether that is still the first.
 */
export async function searchByMeaning(
  index: SearchIndex,
  vectors: Vectors,
  embed: Embed,
  question: string,
  { limit, hidden }: SearchOptions,
): Promise<SearchResult> {
  // 「？？？」 has a vector as well, which is near to anything.
  const hasWords = /\p{L}/u.test(question);
  const [words, vector] = await Promise.all([
    index.search(question, { limit: Math.max(limit, LOOKED_AT), hidden }),
    hasWords && vectors.size > 0 ? embed(question) : null,
  ]);
  const isWanted = (id: string): boolean => index.has(id) && !hidden?.has(id);
  const near = vector && vector.length === vectors.width ? vectors.nearest(vector, { limit: LOOKED_AT, isWanted }) : null;
  if (!near || near.lift < LEAST_LIFT) return { ...words, hits: words.hits.slice(0, limit) };
  const [first] = words.hits;
  const hits = fuseByRank(words.hits, near.hits, limit);
  // Whoever decides by the words must find what they speak of.
  if (first && !hits.some(({ id }) => id === first.id)) hits.splice(-1, 1, { id: first.id, score: 0 });
  return { ...words, hits, meaning: { firstByWords: first?.id ?? null, lift: near.lift } };
}
