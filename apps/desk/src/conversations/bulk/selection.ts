/** Rows that are chosen to have one thing done to them, and where a range begins. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null };

/** As many as one request may name. */
export const MOST_SELECTED = 200;

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** One row more or less. */
export function toggled({ ids, anchor }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) {
    if (next.size >= MOST_SELECTED) return { ids, anchor };
    next.add(id);
  }
  return { ids: next, anchor: id };
}

/** Everything between the row a range began at and this one, besides what is chosen already. The beginning stays. */
export function extended({ ids, anchor }: Selection, rows: readonly { id: string }[], to: string): Selection {
  const from = rows.findIndex((row) => row.id === anchor);
  const end = rows.findIndex((row) => row.id === to);
  if (end === -1) return { ids, anchor };
  if (from === -1) return toggled({ ids, anchor }, to);
  const range = rows.slice(Math.min(from, end), Math.max(from, end) + 1).map(({ id }) => id);
  return { ids: new Set([...new Set([...ids, ...range])].slice(0, MOST_SELECTED)), anchor };
}
