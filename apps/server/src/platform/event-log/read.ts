import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../db/db.ts';
import type { EventsTable } from '../db/tables.ts';
import { type Cursor, LOG_START } from './cursor.ts';

export type LoggedFact = Selectable<EventsTable>;
export const cursorOf = (fact: LoggedFact): Cursor => ({ xid: fact.xid, position: fact.position });

export type Batch = { facts: LoggedFact[]; more: boolean };
/** Facts that no transaction still under way can come before. */
const settled = sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`;
const after = ({ xid, position }: Cursor) => sql<boolean>`(xid, position) > (${xid}::xid8, ${position}::bigint)`;

/**
 * The next facts after a cursor, in the log's order, of all workspaces, in one round trip.
 * `more`: facts are already written beyond the horizon; look again in a moment. The horizon may move between the two questions, so the
 * second asks for any fact after the cursor: one that has just become readable must not be taken for none.
 */
export async function readAfter(db: Db, cursor: Cursor, limit: number): Promise<Batch> {
  const facts = await db.directoryStatement((compile) =>
    compile.selectFrom('events').selectAll().where(after(cursor)).where(settled).orderBy('xid').orderBy('position').limit(limit),
  );
  if (facts.length > 0) return { facts, more: true };
  const [row] = await db.directoryStatement((compile) =>
    compile.selectNoFrom((eb) => eb.exists(compile.selectFrom('events').select('position').where(after(cursor))).as('more')),
  );
  return { facts: [], more: Boolean(row?.more) };
}

/** The same through a viewer's fence: what a screen that comes back has missed. */
export async function readAfterAs(tx: Tx, cursor: Cursor, limit: number): Promise<LoggedFact[]> {
  return tx.selectFrom('events').selectAll().where(after(cursor)).where(settled).orderBy('xid').orderBy('position').limit(limit).execute();
}

/** Where the log ends for a reader that begins now. */
export async function endOfLog(tx: Tx): Promise<Cursor> {
  const last = await tx
    .selectFrom('events')
    .select(['xid', 'position'])
    .where(settled)
    .orderBy('xid', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? LOG_START;
}
