// Pure: from when on what is kept goes.
import type { RetentionKind } from '@madoguchi/contract/retention.ts';

const DAY_MS = 86_400_000;
/** So long after it was switched on, or made shorter, nothing goes: it can be thought better of. */
const GRACE_DAYS = 7;

/** The shortest that each may be kept, in its own unit: a matter comes back, a payload is read again after a fix, an audit covers a year. */
export const SHORTEST: Readonly<Record<RetentionKind, number>> = { conversations: 3, payloads: 14, searches: 7, audit: 365 };

/** What was last touched before this goes. A month is the calendar's: from the 31st, the last day of a shorter one. */
export function goesBefore(kind: RetentionKind, keep: number, now: Date): Date {
  if (kind !== 'conversations') return new Date(now.getTime() - keep * DAY_MS);
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - keep);
  const days = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), days));
  return then;
}

type Standing = { keep: number; firstRunAt: Date };

/** When something may go for the first time: a week after it was decided to take more than before; taking less needs no pause. */
export function firstRunAfter(before: Standing | null, keep: number, now: Date): Date {
  if (before && keep >= before.keep) return before.firstRunAt;
  return new Date(now.getTime() + GRACE_DAYS * DAY_MS);
}
