// Pure: which of two entries that fit a question about equally well comes first.

/**
 * How much nearer an entry without any preference must be, as a share of its score, to stay before one of full preference. Measured on
 * open sets: within .04 the first is right no more often than one time in three or two, which is what a coin makes of it.
 */
export const NEAR_TIE = 0.04;

/** What speaks for entries apart from their words, by id, 0..1. */
export type Preference = ReadonlyMap<string, number>;

/**
 * Multiplies the scores, unit by unit, by 1 + NEAR_TIE × preference: the logarithm of a score rises by NEAR_TIE at most, whatever the score.
 * Thus an entry never passes another that scores more than 1 + NEAR_TIE times as much. What no word speaks for stays at 0.
 */
export function prefer(scores: Float64Array, slotOf: ReadonlyMap<string, number>, preference: Preference): Float64Array {
  if (preference.size === 0) return scores;
  const preferred = Float64Array.from(scores);
  for (const [id, preferenceOfEntry] of preference) {
    const unit = slotOf.get(id);
    if (unit !== undefined) preferred[unit]! *= 1 + NEAR_TIE * Math.min(1, Math.max(0, preferenceOfEntry));
  }
  return preferred;
}
