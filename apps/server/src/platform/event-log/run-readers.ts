import { botActor, systemActor } from '../actor.ts';
import { makeCtx, type Platform } from '../ctx.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { systemViewer } from '../db/viewer.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Cursor, isAfter, LOG_START } from './cursor.ts';
import { cursorOf, endOfLog, type LoggedFact } from './read.ts';
import type { Reader } from './reader.ts';
import { followLog } from './tail.ts';

const TRIES = 4;
const SIDE_BY_SIDE = 8;
const KEEP_EVERY_MS = 500;

type Log = { error: (data: object, text: string) => void };

/**
 * Runs the readers that act, each from where it stopped last. Facts of one conversation are handled one after the other, those of
 * different conversations side by side. A fact that fails four times is set aside in event_failures and the reader goes on, unless
 * the database itself is away: then it waits.
 */
export async function runReaders(platform: Platform, readers: Reader[], log: Log): Promise<{ stop: () => Promise<void> }> {
  const running = await Promise.all(readers.map((one) => runReader(platform, one, log)));
  return { stop: async () => void (await Promise.all(running.map((stop) => stop()))) };
}

/** The place is written down at most twice a second: handlers bear a repetition, and a write per batch would cost more than they do. */
async function runReader(platform: Platform, reader: Reader, log: Log): Promise<() => Promise<void>> {
  const from = (await placeOf(platform, reader.name)) ?? LOG_START;
  let kept = from;
  let keptAt = 0;
  const keep = async (cursor: Cursor) => {
    if (!isAfter(cursor, kept)) return;
    await keepPlace(platform, reader.name, cursor);
    kept = cursor;
    keptAt = Date.now();
  };
  const handle = async (facts: LoggedFact[]) => {
    await handleBatch(platform, reader, facts, log);
    if (Date.now() - keptAt > KEEP_EVERY_MS) await keep(cursorOf(facts.at(-1)!));
  };
  const tail = await followLog(platform, handle, {
    from,
    onError: (error) => log.error({ reader: reader.name, error: error.message }, 'reader'),
  });
  return async () => {
    await tail.stop();
    // Without a database the place stays where it was: what follows is handled again, which handlers bear.
    await keep(tail.cursor()).catch((error: Error) => log.error({ reader: reader.name, error: error.message }, 'reader'));
  };
}

/** Where a reader stopped; null when it has not begun. */
export async function placeOf({ db }: Platform, reader: string): Promise<Cursor | null> {
  const row = await db.directory((tx) =>
    tx.selectFrom('event_cursors').select(['xid', 'position']).where('reader', '=', reader).executeTakeFirst(),
  );
  return row ?? null;
}

async function handleBatch(platform: Platform, { name, handlers }: Reader, facts: LoggedFact[], log: Log): Promise<void> {
  const lanes = new Map<string, LoggedFact[]>();
  for (const fact of facts) {
    if (!handlers[fact.name]) continue;
    const key = fact.conversation_id ?? `${fact.workspace_id}:${fact.position}`;
    lanes.set(key, [...(lanes.get(key) ?? []), fact]);
  }
  // A failure is reported once all lanes rest: tried again, no conversation has two facts at work at once.
  await sideBySide(lanes.values(), SIDE_BY_SIDE, async (lane) => {
    for (const fact of lane) await handleOne(platform, name, handlers[fact.name]!, fact, log);
  });
}

async function handleOne(platform: Platform, reader: string, handle: Reader['handlers'][string], fact: LoggedFact, log: Log) {
  const actor = /^bot\b/.test(reader) ? botActor : systemActor;
  const ctx = makeCtx(platform, systemViewer(fact.workspace_id), actor);
  for (let tries = 1; ; tries += 1) {
    try {
      return await handle(ctx, fact);
    } catch (error) {
      // That the database was away says nothing about the fact: the whole batch is tried again later.
      if (isDatabaseAway(error)) throw error;
      if (tries < TRIES) {
        await new Promise((resolve) => setTimeout(resolve, 50 * 4 ** tries));
        continue;
      }
      log.error({ reader, fact: fact.name, position: fact.position, error: String(error) }, 'fact set aside');
      await platform.db.directory((tx) =>
        tx
          .insertInto('event_failures')
          .values({
            reader,
            position: fact.position,
            workspace_id: fact.workspace_id,
            name: fact.name,
            error: String(error).slice(0, 2000),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
      return;
    }
  }
}

/** Writes a reader's place down. */
export async function keepPlace({ db }: Platform, reader: string, { xid, position }: Cursor): Promise<void> {
  await db.directory((tx) =>
    tx
      .insertInto('event_cursors')
      .values({ reader, xid, position })
      .onConflict((conflict) => conflict.column('reader').doUpdateSet({ xid, position, updated_at: new Date() }))
      .execute(),
  );
}

/** Lets a reader that has not begun start at the log's end: for facts that were written together with what it would have done. */
export async function beginAtEnd(platform: Platform, reader: string): Promise<void> {
  await keepPlace(platform, reader, await platform.db.directory(endOfLog));
}
