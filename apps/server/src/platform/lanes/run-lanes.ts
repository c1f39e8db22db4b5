import { randomUUID } from 'node:crypto';
import type { Platform } from '../ctx.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { openLeases } from './leases.ts';

/** Work that must be done in order, by one process at a time: what an inbox received, what it has to send. */
export type Lane = {
  name: string;
  /** What waits to be worked on now. */
  due: () => Promise<Piece[]>;
  /** How many pieces are worked on at once by this process. Default 16. */
  atOnce?: number;
};

export type Piece = {
  key: string;
  /** Works until nothing is due or `signal` ends. What it left undone is due again. */
  work: (signal: AbortSignal) => Promise<void>;
};

export type RunningLanes = { stop: () => Promise<void> };

const LEASE_MS = 20_000;
const POLL_MS = 1000;
const GATHER_MS = 10;
/** After a failure a lane rests, so that one that always fails does not keep the others from working. */
const REST_MS = 5000;
const AT_ONCE = 16;

type Log = { error: (data: object, text: string) => void };
type Bus = Pick<Platform['bus'], 'onWorkHint'>;

/**
 * Looks for work whenever it is hinted at, and each second; every key is worked on by one process, which holds a lease on it. A process
 * that is killed leaves its keys to others (or to itself, started anew) once its leases have run out.
 */
export function runLanes({ db, bus }: { db: Platform['db']; bus: Bus }, lanes: readonly Lane[], log: Log): RunningLanes {
  const leases = openLeases(db, randomUUID());
  const ending = new AbortController();
  const busy = new Map<string, Promise<void>>();
  const resting = new Map<string, number>();
  let wake = () => {};
  let hinted = false;
  const off = bus.onWorkHint(() => {
    hinted = true;
    wake();
  });

  async function work(piece: Piece, name: string): Promise<void> {
    if (!(await leases.take(name, LEASE_MS))) {
      resting.set(name, Date.now() + POLL_MS);
      return;
    }
    const losing = new AbortController();
    const renewal = setInterval(() => {
      leases.take(name, LEASE_MS).then(
        (kept) => kept || losing.abort(),
        () => losing.abort(),
      );
    }, LEASE_MS / 3);
    try {
      await piece.work(AbortSignal.any([ending.signal, losing.signal]));
    } catch (error) {
      resting.set(name, Date.now() + REST_MS);
      if (!ending.signal.aborted)
        log.error({ lane: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'lane');
    } finally {
      clearInterval(renewal);
      await leases.release(name).catch(() => {});
    }
  }

  const runningIn = ({ name }: Lane) => [...busy.keys()].filter((key) => key.startsWith(`${name}:`)).length;

  async function look(): Promise<void> {
    for (const lane of lanes) {
      for (const piece of await lane.due()) {
        const name = `${lane.name}:${piece.key}`;
        if (busy.has(name) || runningIn(lane) >= (lane.atOnce ?? AT_ONCE) || (resting.get(name) ?? 0) > Date.now() || ending.signal.aborted)
          continue;
        resting.delete(name);
        busy.set(
          name,
          work(piece, name).finally(() => {
            busy.delete(name);
            // Something may have come while it ended.
            hinted = true;
            wake();
          }),
        );
      }
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      hinted = false;
      await look().catch((error: Error) => isDatabaseAway(error) || log.error({ error: error.message }, 'lanes'));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, hinted ? GATHER_MS : POLL_MS);
        wake = () => {
          clearTimeout(timer);
          setTimeout(resolve, GATHER_MS);
        };
        if (ending.signal.aborted) resolve();
      });
    }
  }
  const running = run();
  return {
    async stop() {
      off();
      ending.abort();
      wake();
      await running;
      await Promise.all(busy.values());
    },
  };
}
