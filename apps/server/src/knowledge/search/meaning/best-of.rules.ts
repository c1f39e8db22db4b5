// Pure.

/**
 * The places of the highest cosines, best first, down to halfway between the first and an ordinary entry (the mean of all others): among a
 * few entries each is one of the nearest fifty, and that must count for nothing. −∞ takes no part. `lift`: how much of the way from an
 * ordinary entry to one that says the very same the first has gone. Cosines themselves do not compare between models: with some, any
 * two texts are at .8.
 */
export function bestOf(cosines: Float64Array, limit: number): { best: number[]; lift: number } {
  const best: number[] = [];
  let count = 0;
  let sum = 0;
  for (let place = 0; place < cosines.length; place += 1) {
    const cosine = cosines[place]!;
    if (cosine === Number.NEGATIVE_INFINITY) continue;
    count += 1;
    sum += cosine;
    if (best.length === limit && cosine <= cosines[best[limit - 1]!]!) continue;
    let at = best.length;
    while (at > 0 && cosines[best[at - 1]!]! < cosine) at -= 1;
    best.splice(at, 0, place);
    if (best.length > limit) best.pop();
  }
  const first = best[0] === undefined ? 0 : cosines[best[0]]!;
  const mean = (sum - first) / Math.max(1, count - 1);
  return {
    best: best.filter((place) => cosines[place]! >= (first + mean) / 2),
    lift: count > 1 && mean < 1 ? Math.max(0, Math.min(1, (first - mean) / (1 - mean))) : 0,
  };
}
