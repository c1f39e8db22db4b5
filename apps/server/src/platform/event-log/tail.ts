import type { Platform } from '../ctx.ts';
import { type Cursor, cursorToText } from './cursor.ts';
import { cursorOf, endOfLog, type LoggedFact, readAfter } from './read.ts';

const BATCH = 200;
const POLL_MS = 1000;
/** Facts wait behind a transaction still under way: look again soon. */
const HORIZON_MS = 3;

export type Tail = { cursor: () => Cursor; stop: () => Promise<void> };

/**
 * Follows the log from `from` (or its end) and hands over every fact once, in order, as long as the process lives. Hints make it quick,
 * polling makes it sure. A failing handler or database is tried again from the same place, with growing pauses.
 */
export async function followLog(
  { db, bus }: Platform,
  handle: (facts: LoggedFact[]) => Promise<void>,
  options: { from?: Cursor; onError: (error: Error) => void },
): Promise<Tail> {
  let cursor = options.from ?? (await db.directory(endOfLog));
  let stopped = false;
  let hinted = false;
  let wake: () => void = () => {};
  const off = bus.onLogHint(() => {
    hinted = true;
    wake();
  });

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (hinted || stopped) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      hinted = false;
      try {
        const { facts, more } = await db.directory((tx) => readAfter(tx, cursor, BATCH));
        if (facts.length > 0) {
          await handle(facts);
          cursor = cursorOf(facts.at(-1)!);
        } else {
          await pause(more ? HORIZON_MS : POLL_MS);
        }
        failures = 0;
      } catch (error) {
        if (stopped) return;
        failures += 1;
        options.onError(new Error(`reading the log after ${cursorToText(cursor)}: ${(error as Error).message}`, { cause: error }));
        await pause(Math.min(10_000, 100 * 2 ** failures));
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
