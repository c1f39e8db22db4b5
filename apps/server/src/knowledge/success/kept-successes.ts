import type { Preference } from '../search/preference.rules.ts';
import { NO_SUCCESSES, preferenceAt, type Successes } from './success.rules.ts';

/** How long a reading serves; what fades meanwhile is worked out without one. */
const SERVES_MS = 600_000;
/** How long a preference that was worked out serves. */
const STAYS_MS = 60_000;

export type KeptSuccesses = {
  /** Reads for the first time. Never rejects: without a history every article is as good as the other. */
  read: () => Promise<void>;
  /** As of now. Never waits: what is too old is read again behind the question that notices it. */
  preference: () => Preference;
  /** Resolves when no reading is under way. */
  settled: () => Promise<void>;
};

/**
 * Keeps the successes of a workspace's articles, read at most every ten minutes and only where questions are asked.
 * `now`: epoch ms. `onError`: a reading failed; the last one goes on to serve.
 */
export function keepSuccesses(read: () => Promise<Successes>, now: () => number, onError: (error: Error) => void): KeptSuccesses {
  let successes = NO_SUCCESSES;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> = Promise.resolve();
  let made: { at: number; preference: Preference } = { at: Number.NEGATIVE_INFINITY, preference: new Map() };

  function readAnew(): Promise<void> {
    readAt = now();
    reading = read().then((latest) => {
      successes = latest;
      made = { at: Number.NEGATIVE_INFINITY, preference: made.preference };
    }, onError);
    return reading;
  }

  return {
    read: readAnew,
    preference: () => {
      const at = now();
      if (at - readAt >= SERVES_MS) void readAnew();
      if (at - made.at >= STAYS_MS) made = { at, preference: preferenceAt(successes, at) };
      return made.preference;
    },
    settled: () => reading,
  };
}
