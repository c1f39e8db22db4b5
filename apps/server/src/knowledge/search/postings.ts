// The inverted index of one stream in typed arrays: eight bytes a posting.

/** For term t the postings starts[t] … starts[t + 1] − 1: units[i] has the term counts[i] times (see field-counts.ts). */
export type Postings = { starts: Uint32Array; units: Uint32Array; counts: Uint32Array };

/** Postings in the order they were found, to be merged into an index. The arrays may be longer than `size`. */
export type PostingList = { size: number; units: Uint32Array; terms: Uint32Array; counts: Uint32Array };

export function emptyPostings(): Postings {
  return { starts: new Uint32Array(1), units: new Uint32Array(0), counts: new Uint32Array(0) };
}

export function emptyList(): PostingList {
  return { size: 0, units: new Uint32Array(256), terms: new Uint32Array(256), counts: new Uint32Array(256) };
}

/** Grows by half when full: twice would cost more memory than the index itself when it is built. */
export function addPosting(list: PostingList, unit: number, term: number, count: number): void {
  if (list.size === list.units.length) {
    const capacity = list.size + (list.size >>> 1);
    list.units = resized(list.units, capacity);
    list.terms = resized(list.terms, capacity);
    list.counts = resized(list.counts, capacity);
  }
  list.units[list.size] = unit;
  list.terms[list.size] = term;
  list.counts[list.size] = count;
  list.size += 1;
}

/** New postings: the old ones without those of dropped units, and the added list. A counting sort: two passes, nothing compared. */
export function mergePostings(old: Postings, dropped: ReadonlySet<number>, added: PostingList, termCount: number): Postings {
  const oldTerms = old.starts.length - 1;
  const isDropped = flags(dropped);
  const starts = new Uint32Array(termCount + 1);
  for (let term = 0; term < oldTerms; term++) {
    let kept = 0;
    for (let i = old.starts[term]!; i < old.starts[term + 1]!; i++) if (isDropped[old.units[i]!] !== 1) kept += 1;
    starts[term + 1] = kept;
  }
  for (let i = 0; i < added.size; i++) starts[added.terms[i]! + 1]! += 1;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;

  const units = new Uint32Array(starts[termCount]!);
  const counts = new Uint32Array(units.length);
  const next = starts.slice(0, termCount);
  for (let term = 0; term < oldTerms; term++) {
    let at = next[term]!;
    for (let i = old.starts[term]!; i < old.starts[term + 1]!; i++) {
      if (isDropped[old.units[i]!] === 1) continue;
      units[at] = old.units[i]!;
      counts[at] = old.counts[i]!;
      at += 1;
    }
    next[term] = at;
  }
  for (let i = 0; i < added.size; i++) {
    const term = added.terms[i]!;
    const at = next[term]!;
    units[at] = added.units[i]!;
    counts[at] = added.counts[i]!;
    next[term] = at + 1;
  }
  return { starts, units, counts };
}

function resized(array: Uint32Array, capacity: number): Uint32Array {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}

function flags(units: ReadonlySet<number>): Uint8Array {
  let last = -1;
  for (const unit of units) last = Math.max(last, unit);
  const flag = new Uint8Array(last + 1);
  for (const unit of units) flag[unit] = 1;
  return flag;
}
