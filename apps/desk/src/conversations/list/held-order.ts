type Row = { id: string };

/** What a list shows while a pointer rests on it. `left`: rows that no longer belong, kept until the pointer goes. */
export type HeldList<T extends Row> = { rows: T[]; left: ReadonlySet<string>; arrived: number };

/**
 * Nothing may move under a cursor: rows keep the places they had when the pointer came, though what they say is renewed.
 * Rows that came in above wait (their number is told); rows loaded below, at the end, are simply added.
 * @param held what was shown when the pointer came, in that order
 * @param live the list as it is now
 */
export function holdOrder<T extends Row>(held: readonly T[], live: readonly T[]): HeldList<T> {
  const now = new Map(live.map((row) => [row.id, row]));
  const heldIds = new Set(held.map((row) => row.id));
  const lastKept = live.findLastIndex((row) => heldIds.has(row.id));
  const fresh = live.map((row, index) => ({ row, index })).filter(({ row }) => !heldIds.has(row.id));
  const below = fresh.filter(({ index }) => index > lastKept && held.length > 0).map(({ row }) => row);
  return {
    rows: [...held.map((row) => now.get(row.id) ?? row), ...below],
    left: new Set(held.filter((row) => !now.has(row.id)).map((row) => row.id)),
    arrived: fresh.length - below.length,
  };
}
