// Pure: two orders → one.
import type { Hit } from '../search.types.ts';

/** How fast a rank loses weight: small, since each side is asked for its first few. */
const K = 20;

/**
 * Reciprocal rank fusion: Σ 1 ÷ (K + rank), as a share of what being first on both sides gives, so 0..1. Scores of words and cosines
 * have no common scale; ranks have. Equal sums stay in the order of the first list.
 */
export function fuseByRank(words: readonly Hit[], nearest: readonly Hit[], limit: number): Hit[] {
  const scores = new Map<string, number>();
  for (const list of [words, nearest]) {
    for (const [rank, { id }] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + (K + 1) / (2 * (K + 1 + rank)));
  }
  return Array.from(scores, ([id, score]) => ({ id, score }))
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}
