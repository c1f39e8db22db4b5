import { setTimeout as wait } from 'node:timers/promises';
import type { Acquired } from './acquire.ts';
import { letGo, takeLock } from './lock.ts';
import { PostgresError } from './postgres.errors.ts';
import type { Server } from './server.ts';

type Log = (line: string) => void;
type Wish = { first: Acquired; sockets: string; startAgain: () => Promise<Acquired>; log: Log };

const longestPauseInMs = 10_000;

/**
 * Keeps a server running until the returned `stop` is called: one that dies is started again (pausing 0.2 s, then twice as long each time,
 * up to 10 s), and the lock is taken again after PostgreSQL has reset its connections because one of its processes crashed.
 */
export function supervise({ first, sockets, startAgain, log }: Wish): () => Promise<void> {
  let current = first;
  let wanted = true;
  let repair: Promise<void> = Promise.resolve();
  let stopped: Promise<void> | null = null;

  function watch(acquired: Acquired): void {
    current = acquired;
    acquired.lock.once('end', () => void holdLockAgain(acquired));
    void acquired.server.exited.then(() => {
      if (wanted) repair = revive();
    });
  }

  async function holdLockAgain(acquired: Acquired): Promise<void> {
    while (wanted && acquired.server.isRunning()) {
      await wait(100);
      const lock = await takeLock(sockets).catch(() => null);
      if (lock === null) continue;
      acquired.lock = lock;
      if (!wanted) await letGo(lock);
      else lock.once('end', () => void holdLockAgain(acquired));
      return;
    }
  }

  async function revive(): Promise<void> {
    log('PostgreSQL has stopped by itself; starting it again');
    for (let pause = 200; wanted; pause = Math.min(pause * 2, longestPauseInMs)) {
      await wait(pause);
      try {
        return watch(await startAgain());
      } catch (error) {
        log(error instanceof PostgresError ? error.message : String(error));
      }
    }
  }

  async function stop(): Promise<void> {
    wanted = false;
    await repair;
    await letGo(current.lock);
    await stopServer(current.server);
  }

  watch(first);
  return () => {
    stopped ??= stop();
    return stopped;
  };
}

/** Fast (open transactions roll back), then without a checkpoint; what was committed survives both. */
async function stopServer(server: Server): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!server.isRunning()) return;
    server.process.kill(signal);
    const patience = new AbortController();
    await Promise.race([server.exited, wait(30_000, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
  }
}
