// Pure: the formulas of ranking. BM25 (Robertson/Walker 1994; idf as in Lucene) with weighted fields (BM25F, Zaragoza 2004).

/** How soon more occurrences of a term stop counting, and how much long texts are held back. */
export const K1 = 1.2;
export const B = 0.75;

/** Rarity of a term that `documents` of `total` have; 0 documents gives the rarity of a word nobody used. */
export function idf(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}

/** Weight of one occurrence in a field of this length (terms): w / (1 − b + b·length/average). */
export function fieldWeight(weight: number, length: number, averageLength: number): number {
  return averageLength > 0 ? weight / (1 - B + (B * length) / averageLength) : 0;
}

/** What a term adds, before idf: between 0 and k1 + 1. */
export function saturate(weightedFrequency: number): number {
  return (weightedFrequency * (K1 + 1)) / (weightedFrequency + K1);
}

/** The most a term of this rarity can add: what a score is measured against to become 0..1. */
export function ideal(termIdf: number): number {
  return termIdf * (K1 + 1);
}
