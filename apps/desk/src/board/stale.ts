/** Older than this, figures stand still: two readings did not come. */
const STALE_MS = 12_000;

/** Whether a screen shows what was. `updatedAt`, `now`: ms by this machine's clock. */
export const isStale = (failed: boolean, updatedAt: number, now: number): boolean => failed || now - updatedAt > STALE_MS;
