import type { Hit } from '../search.types.ts';
import { bestOf } from './best-of.rules.ts';

/** The entries nearest to a question: `score` is the cosine of the entry's best part. `lift`: how far the first stands out, 0..1. */
export type Nearest = { hits: Hit[]; lift: number };

/** The vectors of entries, all of one width and of length 1. */
export type Vectors = {
  readonly width: number;
  /** Entries with a vector. */
  readonly size: number;
  /** In place of those the entry had; none takes it out. @throws RangeError for a vector of another width */
  put: (id: string, parts: readonly Float32Array[]) => void;
  /** The nearest of the entries that are wanted. @throws RangeError for a vector of another width */
  nearest: (question: Float32Array, options: { limit: number; isWanted: (id: string) => boolean }) => Nearest;
};

/** A row that holds nothing. */
const FREE = -1;
const FIRST_ROWS = 64;

/**
 * Keeps vectors in memory, one behind the other, four bytes a number, and looks at every one of them: for 10,000 of 1,024 numbers that is
 * 40 MB and some milliseconds, about what it takes to read so much. `rows`: how many are expected.
 */
export function makeVectors(width: number, rows = FIRST_ROWS): Vectors {
  let numbers = new Float32Array(Math.max(1, rows) * width);
  /** By row, the slot of its entry. */
  const owners: number[] = [];
  const freeRows: number[] = [];
  /** By slot, an entry and its rows; a hole where one was taken out. */
  const entries: ({ id: string; rows: number[] } | null)[] = [];
  const freeSlots: number[] = [];
  const slots = new Map<string, number>();

  const check = (vector: Float32Array): void => {
    if (vector.length !== width) throw new RangeError(`a vector of ${vector.length} among those of ${width}`);
  };

  function take(id: string): void {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const row of entries[slot]!.rows) {
      owners[row] = FREE;
      freeRows.push(row);
    }
    entries[slot] = null;
    freeSlots.push(slot);
    slots.delete(id);
  }

  function write(vector: Float32Array, slot: number): number {
    const row = freeRows.pop() ?? owners.length;
    owners[row] = slot;
    if ((row + 1) * width > numbers.length) {
      const larger = new Float32Array(numbers.length * 2);
      larger.set(numbers);
      numbers = larger;
    }
    numbers.set(vector, row * width);
    return row;
  }

  return {
    width,
    get size() {
      return slots.size;
    },
    put: (id, parts) => {
      for (const part of parts) check(part);
      take(id);
      if (parts.length === 0) return;
      const slot = freeSlots.pop() ?? entries.length;
      entries[slot] = { id, rows: parts.map((part) => write(part, slot)) };
      slots.set(id, slot);
    },
    nearest: (question, { limit, isWanted }) => {
      check(question);
      const cosines = new Float64Array(entries.length).fill(Number.NEGATIVE_INFINITY);
      for (const [row, slot] of owners.entries()) {
        if (slot !== FREE) cosines[slot] = Math.max(cosines[slot]!, dot(numbers, row * width, question));
      }
      for (const [slot, entry] of entries.entries()) if (!entry || !isWanted(entry.id)) cosines[slot] = Number.NEGATIVE_INFINITY;
      const { best, lift } = bestOf(cosines, limit);
      return { hits: best.map((slot) => ({ id: entries[slot]!.id, score: cosines[slot]! })), lift };
    },
  };
}

/** Four sums side by side: the processor need not wait for one before it begins the next. */
function dot(numbers: Float32Array, from: number, question: Float32Array): number {
  const width = question.length;
  const whole = width - (width % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += numbers[from + i]! * question[i]!;
    b += numbers[from + i + 1]! * question[i + 1]!;
    c += numbers[from + i + 2]! * question[i + 2]!;
    d += numbers[from + i + 3]! * question[i + 3]!;
  }
  for (let i = whole; i < width; i += 1) a += numbers[from + i]! * question[i]!;
  return a + b + c + d;
}
