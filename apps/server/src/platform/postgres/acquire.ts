import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { removeStalePid, runningPostmaster, stopPostmaster } from './leftover.ts';
import { letGo, takeLock } from './lock.ts';
import type { Place } from './place.ts';
import { explainOutput, PostgresError } from './postgres.errors.ts';
import { type Server, startServer } from './server.ts';

type Log = (line: string) => void;
export type Acquired = { server: Server; lock: pg.Client };

const answerPatienceInSeconds = 60;

/**
 * Ends with a server that we started and whose lock we hold. A server that a killed Madoguchi left behind is stopped first; one that a
 * living Madoguchi looks after is left alone (home_in_use).
 */
export async function acquireServer(place: Place, binaries: string, settings: string[], log: Log): Promise<Acquired> {
  for (let attempt = 1; ; attempt += 1) {
    await clearLeftover(place, log);
    const server = startServer(place, binaries, settings);
    const lock = await lockWhenReady(server, place, log);
    if (lock !== null) return { server, lock };
    const output = await server.exited;
    // Somebody else started in between, or the last server's memory is not released yet: look again before giving up.
    const passing =
      /lock file ".*" already exists|pre-existing shared memory block|is another postmaster|received fast shutdown request/i.test(output);
    if (!passing || attempt >= 20) throw explainOutput(output, 'starting the database');
    await wait(250);
  }
}

async function clearLeftover(place: Place, log: Log): Promise<void> {
  const deadline = Date.now() + answerPatienceInSeconds * 1000;
  for (;;) {
    const state = await ask(place.sockets);
    const pid = runningPostmaster(place.data);
    if (state === 'taken') throw inUse(pid);
    // Its own supervisor died with whoever started it; a fresh one gets today's settings.
    if (state !== 'silent') await letGo(state);
    if (pid === null) {
      // It answers but is not among our processes: another container on the same volume.
      if (state !== 'silent') throw inUse(pid);
      return removeStalePid(place.data);
    }
    const deaf = Date.now() > deadline;
    if (deaf && existsSync(join(place.sockets, '.s.PGSQL.5432'))) throw noAnswer(pid);
    if (state !== 'silent' || deaf) {
      log(`stopping the PostgreSQL that an earlier run left behind (process ${pid})`);
      await stopPostmaster(pid, place.data);
      return removeStalePid(place.data);
    }
    // It is starting, recovering or shutting down.
    await wait(100);
  }
}

/** The lock of a server that runs already; 'taken' when a living Madoguchi holds it, 'silent' when no server answers. */
async function ask(sockets: string): Promise<pg.Client | 'taken' | 'silent'> {
  try {
    return (await takeLock(sockets)) ?? 'taken';
  } catch {
    return 'silent';
  }
}

/** Waits for our server to answer, however long its recovery takes. null: it stopped, or the lock went to somebody else. */
async function lockWhenReady(server: Server, place: Place, log: Log): Promise<pg.Client | null> {
  let sayAt = Date.now() + 10_000;
  while (server.isRunning()) {
    const state = await ask(place.sockets);
    if (typeof state === 'object') {
      if (server.isRunning() && runningPostmaster(place.data) === server.process.pid) return state;
      await letGo(state);
    }
    if (Date.now() > sayAt) {
      log('waiting for PostgreSQL (it may be recovering after a crash)');
      sayAt += 10_000;
    }
    await wait(20);
  }
  return null;
}

function noAnswer(pid: number): PostgresError {
  return new PostgresError(
    'postgres.start_failed',
    `A PostgreSQL runs on this home already but does not answer (process ${pid}): stop it and start again.`,
  );
}

function inUse(pid: number | null): PostgresError {
  const which = pid === null ? '' : ` (its PostgreSQL is process ${pid})`;
  return new PostgresError(
    'postgres.home_in_use',
    `Another Madoguchi is running on this home${which}: stop it first, or give this one its own MADOGUCHI_HOME.`,
  );
}
