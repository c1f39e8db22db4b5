// Pure: how often an article helped lately → what that speaks for it.

/** After so many days a success counts half. */
export const HALF_LIFE_DAYS = 30;
/** Older ones are not read: with a hundredth of their weight they say nothing. */
export const WINDOW_DAYS = 180;
/** Below, nothing is left of it: half a success. */
const LEAST = 0.5;
/** So many recent ones speak for an article as much as anything can. */
const PLENTY = 20;
const DAY_IN_MS = 86_400_000;

/** How often each article helped, by id, every time counted as it weighed `at` (epoch ms). */
export type Successes = { at: number; counts: ReadonlyMap<string, number> };

export const NO_SUCCESSES: Successes = { at: 0, counts: new Map() };

/** 0..1 by article id, as of `now` (epoch ms): rises with every success and ever more slowly, falls by itself as time passes. */
export function preferenceAt({ at, counts }: Successes, now: number): Map<string, number> {
  const faded = 0.5 ** (Math.max(0, now - at) / (HALF_LIFE_DAYS * DAY_IN_MS));
  const preference = new Map<string, number>();
  for (const [id, count] of counts) {
    const left = count * faded;
    if (left >= LEAST) preference.set(id, Math.min(1, Math.log1p(left) / Math.log1p(PLENTY)));
  }
  return preference;
}
