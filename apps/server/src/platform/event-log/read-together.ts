import type { Db } from '../db/db.ts';
import { type Cursor, cursorToText } from './cursor.ts';
import { type Batch, readAfter } from './read.ts';

type Reading = { begunAt: number; batch: Promise<Batch> };

const KEEP_MS = 1000;
const MOST_KEPT = 16;

const readings = new WeakMap<Db, Map<string, Reading>>();

/**
 * As `readAfter`, for those who follow the log in this process: whoever comes to a place where another has just read on gets the same facts,
 * so that ten readers cost hardly more than one. What was read stays true: facts before the horizon neither change nor get company. It may
 * be less than there is by now, never nothing: only a reading of one's own says that there is nothing.
 */
export async function readTogether(db: Db, cursor: Cursor, limit: number): Promise<Batch> {
  const known = readings.get(db) ?? new Map<string, Reading>();
  readings.set(db, known);
  const place = `${cursorToText(cursor)}/${limit}`;
  // While one waits for a reading that turns out empty, another may have begun the next.
  for (let seen: Reading | undefined; ; ) {
    const others = known.get(place);
    if (!others || others === seen || Date.now() - others.begunAt >= KEEP_MS) break;
    const batch = await others.batch.catch(() => null);
    if (batch && batch.facts.length > 0) return batch;
    seen = others;
  }
  const own = { begunAt: Date.now(), batch: readAfter(db, cursor, limit) };
  known.delete(place);
  known.set(place, own);
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
  return own.batch;
}
