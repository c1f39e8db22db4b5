// Pure: how long a message that could not go out waits before it is tried again, and when that ends.

const SECOND = 1000;
const FIRST_MS = 5 * SECOND;
const LONGEST_MS = 30 * 60 * SECOND;
/** A platform may be away for a night: after a day an agent had better know. */
export const GIVE_UP_AFTER_MS = 24 * 3600 * SECOND;

/**
 * Milliseconds until the next try: doubling from five seconds to half an hour, spread over the upper half of that so that a crowd does
 * not come back all at once; never sooner than the platform asked for. Null: it has been tried for a day.
 * @param random 0 … 1
 */
export function pauseBefore(
  { tries, firstTriedAt, now }: { tries: number; firstTriedAt: Date; now: Date },
  retryAfterMs: number | null,
  random: number,
): number | null {
  if (now.getTime() - firstTriedAt.getTime() >= GIVE_UP_AFTER_MS) return null;
  const full = Math.min(FIRST_MS * 2 ** Math.max(0, tries - 1), LONGEST_MS);
  return Math.max(Math.round(full * (0.5 + random / 2)), retryAfterMs ?? 0);
}
