// Entries live in numbered slots, so that the postings can speak of them in four bytes.

export type Units = { slotOf: Map<string, number>; idOf: (string | null)[]; free: number[] };

export type SlotChange = { units: Units; dropped: Set<number>; slots: number[] };

export function emptyUnits(): Units {
  return { slotOf: new Map(), idOf: [], free: [] };
}

/** Slots for the entries put (their old ones again where they have one), in the same order; emptied slots are used anew. */
export function changeUnits(old: Units, putIds: string[], removeIds: string[]): SlotChange {
  const slotOf = new Map(old.slotOf);
  const idOf = [...old.idOf];
  const free = [...old.free];
  const dropped = new Set<number>();
  for (const id of removeIds) {
    const slot = slotOf.get(id);
    if (slot === undefined) continue;
    slotOf.delete(id);
    idOf[slot] = null;
    free.push(slot);
    dropped.add(slot);
  }
  const slots = putIds.map((id) => {
    const known = slotOf.get(id);
    if (known !== undefined) {
      dropped.add(known);
      return known;
    }
    const slot = free.pop() ?? idOf.length;
    slotOf.set(id, slot);
    idOf[slot] = id;
    return slot;
  });
  return { units: { slotOf, idOf, free }, dropped, slots };
}
