// Pure: who can be asked, and what becomes of somebody who is gone.
import type { PresenceState } from '@madoguchi/contract/routing.ts';

/** A window says so every half minute: with one word missed it counts as open still. */
export const SEEN_WITHIN_MS = 75_000;
/** Offers in a row that ran out before somebody counts as away. */
export const MISSED_MOST = 2;

type Row = { state: string; last_seen_at: Date | null };

/** Whether somebody would see an offer: they say they are available, and a window of theirs is open. */
export const canBeAsked = (row: Row | undefined, now: Date): boolean =>
  row !== undefined &&
  row.state === 'available' &&
  row.last_seen_at !== null &&
  now.getTime() - row.last_seen_at.getTime() < SEEN_WITHIN_MS;

/** Whether coming back makes somebody available again: only who went by closing the window, not who let offers run out. */
export const returnsBySight = (row: { state: PresenceState | string; automatic: boolean; missed: number }): boolean =>
  row.state === 'away' && row.automatic && row.missed < MISSED_MOST;
