const firstInMs = 500;
const longestInMs = 15_000;

/**
 * How long to wait before the n-th attempt in a row (0 is the first): 0.5 s, doubling up to 15 s, of which a random half is cut off so that
 * thousands of screens do not come back in the same instant after a restart.
 */
export function backoffInMs(attempt: number, random: number = Math.random()): number {
  const full = Math.min(longestInMs, firstInMs * 2 ** Math.min(attempt, 10));
  return full * (0.5 + random / 2);
}
