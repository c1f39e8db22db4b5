import type { Platform } from '../ctx.ts';
import type { Db } from '../db/db.ts';
import { type Cursor, cursorToText } from './cursor.ts';
import { cursorOf, endOfLog, type LoggedFact } from './read.ts';
import { readTogether } from './read-together.ts';

const BATCH = 200;
const POLL_MS = 1000;
/** Facts wait behind a transaction still under way: look again soon. */
const HORIZON_MS = 3;
/** Between two batches: under load facts come in handfuls, and one read serves them all. */
const GATHER_MS = 12;

export type Tail = { cursor: () => Cursor; stop: () => Promise<void> };
type Options = { from?: Cursor; onError: (error: Error) => void };
type Handle = (facts: LoggedFact[]) => Promise<void>;

/**
 * Follows the log from `from` and hands over every fact once, in order, as long as the process lives; from its end by default. Hints make
 * it quick, polling makes it sure. A failing handler or database is tried again from the same place, with growing pauses.
 * All who follow from the end share one reading of the log.
 */
export async function followLog(platform: Platform, handle: Handle, { from, onError }: Options): Promise<Tail> {
  if (from) return readOn(platform, from, handle, onError);
  const shared = await sharedTail(platform);
  const leave = shared.join(handle, onError);
  return { cursor: shared.cursor, stop: leave };
}

async function readOn({ db, bus }: Platform, from: Cursor, handle: Handle, onError: (error: Error) => void): Promise<Tail> {
  let cursor = from;
  let stopped = false;
  let hinted = false;
  let wake: () => void = () => {};
  const off = bus.onLogHint(() => {
    hinted = true;
    wake();
  });

  const sleep = (ms: number, untilHint: boolean) =>
    new Promise<void>((resolve) => {
      if (stopped || (untilHint && hinted)) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!untilHint && !stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      hinted = false;
      try {
        const { facts, more } = await readTogether(db, cursor, BATCH);
        if (facts.length > 0) {
          await handle(facts);
          cursor = cursorOf(facts.at(-1)!);
          if (facts.length < BATCH) await sleep(GATHER_MS, false);
        } else {
          await sleep(more ? HORIZON_MS : POLL_MS, true);
        }
        failures = 0;
      } catch (error) {
        if (stopped) return;
        failures += 1;
        onError(new Error(`reading the log after ${cursorToText(cursor)}: ${(error as Error).message}`, { cause: error }));
        await sleep(Math.min(10_000, 100 * 2 ** failures), false);
      }
    }
  }
  const running = run();

  return {
    cursor: () => cursor,
    stop: async () => {
      stopped = true;
      off();
      wake();
      await running;
    },
  };
}

type Shared = { cursor: () => Cursor; join: (handle: Handle, onError: (error: Error) => void) => () => Promise<void> };
const shares = new WeakMap<Db, Promise<Shared>>();

/** One reading of the log for everybody in this process who follows it from the end. */
function sharedTail(platform: Platform): Promise<Shared> {
  const known = shares.get(platform.db);
  if (known) return known;
  const starting = startShared(platform);
  shares.set(platform.db, starting);
  starting.catch(() => shares.delete(platform.db));
  return starting;
}

async function startShared(platform: Platform): Promise<Shared> {
  type Follower = { handle: Handle; onError: (error: Error) => void; gone: boolean; busy: Promise<void> };
  const followers = new Set<Follower>();

  /** One follower's failure is its own: it gets the same facts again while the others have had theirs. */
  async function deliver(follower: Follower, facts: LoggedFact[]): Promise<void> {
    for (let failures = 1; !follower.gone; failures += 1) {
      try {
        return await follower.handle(facts);
      } catch (error) {
        follower.onError(error as Error);
        await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 50 * 2 ** failures)));
      }
    }
  }
  const deliverAll = async (facts: LoggedFact[]) => {
    await Promise.all(
      [...followers].map((follower) => {
        follower.busy = deliver(follower, facts);
        return follower.busy;
      }),
    );
  };
  const reportAll = (error: Error) => {
    for (const { onError } of followers) onError(error);
  };
  const tail = await readOn(platform, await platform.db.directory(endOfLog), deliverAll, reportAll);

  return {
    cursor: tail.cursor,
    join(handle, onError) {
      const follower: Follower = { handle, onError, gone: false, busy: Promise.resolve() };
      followers.add(follower);
      return async () => {
        follower.gone = true;
        followers.delete(follower);
        await follower.busy;
        if (followers.size > 0) return;
        shares.delete(platform.db);
        await tail.stop();
      };
    },
  };
}
