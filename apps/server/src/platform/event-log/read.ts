import { type Selectable, sql } from 'kysely';
import type { Tx } from '../db/db.ts';
import type { EventsTable } from '../db/tables.ts';
import { type Cursor, LOG_START } from './cursor.ts';

export type LoggedFact = Selectable<EventsTable>;
export const cursorOf = (fact: LoggedFact): Cursor => ({ xid: fact.xid, position: fact.position });

/**
 * The next facts after a cursor, in the log's order, and only those that no transaction still under way can come before.
 * `more` says that facts are already written beyond that horizon: look again in a moment.
 */
export async function readAfter(tx: Tx, cursor: Cursor, limit: number): Promise<{ facts: LoggedFact[]; more: boolean }> {
  const facts = await tx
    .selectFrom('events')
    .selectAll()
    .where(sql<boolean>`(xid, position) > (${cursor.xid}::xid8, ${cursor.position}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('xid')
    .orderBy('position')
    .limit(limit)
    .execute();
  if (facts.length > 0) return { facts, more: true };
  const { rows } = await sql<{ more: boolean }>`
    select exists (select from events where xid >= pg_snapshot_xmin(pg_current_snapshot())) as more`.execute(tx);
  return { facts, more: rows[0]?.more ?? false };
}

/** Where the log ends for a reader that begins now. */
export async function endOfLog(tx: Tx): Promise<Cursor> {
  const last = await tx
    .selectFrom('events')
    .select(['xid', 'position'])
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('xid', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? LOG_START;
}
