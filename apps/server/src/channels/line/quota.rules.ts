// Pure: how far this month's messages will go. LINE counts by the calendar month in Japan.

const JAPAN_MS = 9 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Messages by the end of the month, if it goes on as it did until now. Until a whole day is over a handful says nothing of the month: what was
 * used is all that is told.
 */
export function quotaForecast(used: number, now: Date): number {
  const there = new Date(now.getTime() + JAPAN_MS);
  const begin = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), 1);
  const end = Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 1);
  const gone = there.getTime() - begin;
  return gone < DAY_MS ? used : Math.round((used * (end - begin)) / gone);
}
