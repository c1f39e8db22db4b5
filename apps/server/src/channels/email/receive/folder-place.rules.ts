// Pure: how far a folder was read, and where to go on.

/** UIDs rise within one UIDVALIDITY (RFC 9051, 2.3.1.1); when that changes, the folder was numbered anew. */
export type FolderPlace = { uidValidity: string; lastUid: number };

export const placeToText = ({ uidValidity, lastUid }: FolderPlace): string => `${uidValidity}:${lastUid}`;

export function placeFrom(text: unknown): FolderPlace | null {
  const found = typeof text === 'string' ? /^(\d+):(\d+)$/.exec(text) : null;
  return found ? { uidValidity: found[1]!, lastUid: Number(found[2]) } : null;
}

const DAY_MS = 24 * 3_600_000;
/** A folder that was numbered anew is read over this far back; what was read before is known by its own name. */
const REREAD_DAYS = 30;

/**
 * What to fetch: from a UID on, and for a folder seen for the first time (or numbered anew) by date. The first time only what comes from
 * now on is wanted, unless so many days back were asked for.
 */
export function startOf(
  known: FolderPlace | null,
  folder: { uidValidity: string; uidNext: number },
  backfillDays: number,
  now: Date,
): { fromUid: number; since: Date | null } {
  if (known && known.uidValidity === folder.uidValidity) return { fromUid: known.lastUid + 1, since: null };
  const days = known ? Math.max(REREAD_DAYS, backfillDays) : backfillDays;
  if (days === 0) return { fromUid: folder.uidNext, since: null };
  return { fromUid: 1, since: new Date(now.getTime() - days * DAY_MS) };
}
