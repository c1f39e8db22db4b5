// Pure: grouping by average likeness.

/**
 * Puts together what is most alike on average, pair by pair, until no two groups are more alike than `least`: average linkage by chains of
 * nearest neighbors (Murtagh 1983), which takes as long as there are pairs, whatever they look like.
 * @param alike n × n, both halves; it is used up
 * @returns the places of each group
 */
export function averageLink(alike: Float32Array, n: number, least: number): number[][] {
  const groups: (number[] | null)[] = Array.from({ length: n }, (_, at) => [at]);
  const left = new Uint8Array(n).fill(1);
  let first = 0;
  const settled: number[][] = [];
  const chain: number[] = [];
  for (;;) {
    if (chain.length === 0) {
      while (first < n && !left[first]) first += 1;
      if (first === n) return settled;
      chain.push(first);
    }
    const at = chain.at(-1)!;
    const before = chain.at(-2) ?? null;
    const next = nearestTo(alike, n, at, before, left);
    if (next === null || alike[at * n + next]! <= least) {
      // Nothing will ever be nearer: two groups put together are no more alike to a third than the nearer of them.
      settled.push(groups[at]!);
      left[at] = 0;
      chain.pop();
    } else if (next === before) {
      join(alike, n, at, next, groups, left);
      chain.length -= 2;
    } else chain.push(next);
  }
}

/** Of several as near the one before, so that a chain ends. */
function nearestTo(alike: Float32Array, n: number, at: number, before: number | null, left: Uint8Array): number | null {
  let best = before;
  let most = before === null ? Number.NEGATIVE_INFINITY : alike[at * n + before]!;
  for (let other = 0; other < n; other++) {
    if (!left[other] || other === at || alike[at * n + other]! <= most) continue;
    [best, most] = [other, alike[at * n + other]!];
  }
  return best;
}

function join(alike: Float32Array, n: number, gone: number, into: number, groups: (number[] | null)[], left: Uint8Array): void {
  const [a, b] = [groups[into]!, groups[gone]!];
  left[gone] = 0;
  for (let other = 0; other < n; other++) {
    const mean = (a.length * alike[into * n + other]! + b.length * alike[gone * n + other]!) / (a.length + b.length);
    alike[into * n + other] = mean;
    alike[other * n + into] = mean;
  }
  groups[into] = [...a, ...b];
  groups[gone] = null;
}
