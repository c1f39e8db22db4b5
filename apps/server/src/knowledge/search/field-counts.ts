// How often a term stands in each of an entry's four fields, in one 32-bit number: eight bits a field, 255 for "255 or more".

/** Fields that fit into one count. */
export const MAX_FIELDS = 4;
const MOST = 255;

export function countOf(counts: number, field: number): number {
  return (counts >>> (8 * field)) & MOST;
}

export function countOneMore(counts: number, field: number): number {
  return countOf(counts, field) === MOST ? counts : (counts + 2 ** (8 * field)) >>> 0;
}

/** Bits of the fields whose weight is above 0: `counts & mask` tells whether one of them has the term. */
export function maskOf(fieldWeights: readonly number[]): number {
  return fieldWeights.reduce((mask, weight, field) => (weight > 0 ? (mask | (MOST << (8 * field))) >>> 0 : mask), 0);
}
