import { resolve } from 'node:path';
import type pg from 'pg';
import { systemAccount } from './account.ts';
import { acquireServer } from './acquire.ts';
import { installedBinaries, reachableBinaries } from './binaries.ts';
import { ensureData } from './initdb.ts';
import { localConnection } from './lock.ts';
import { decidePlace } from './place.ts';
import { prepareHome, preparePlace } from './prepare.ts';
import { serverSettings } from './settings.ts';
import { supervise } from './supervise.ts';

type Wish = {
  /** Folder of everything this installation keeps; made if missing. */
  home: string;
  /** false only for data that may be lost (tests): several times faster, not safe against a crash of the machine. */
  fsync?: boolean;
  /** Told in one line what takes long or goes wrong. */
  log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  /** For `pg`: a superuser on the Unix socket. */
  connection: { host: string; port: number; database: string; user: string; ssl: false };
  /** Rolls back what is open, writes everything down and ends the server. Callable twice. */
  stop(): Promise<void>;
};

const database = 'madoguchi';
/** For what PostgreSQL's own account cannot reach where it was put. */
const shelter = '/var/lib/madoguchi';

/**
 * Starts the embedded PostgreSQL of a home: about 2 s the first time (it makes the database), then a fraction of a second, longer
 * while it recovers from a crash. Rejects with a PostgresError whose message can be shown as it is.
 */
export async function startEmbeddedPostgres({ home: folder, fsync = true, log = () => {} }: Wish): Promise<EmbeddedPostgres> {
  const home = resolve(folder);
  const installed = installedBinaries();
  prepareHome(home);
  const place = decidePlace({ home, uid: process.getuid?.() ?? 0, systemAccount, shelter });
  preparePlace(home, place);
  const binaries = reachableBinaries(installed, place.account, shelter);
  await ensureData(place, binaries, fsync);
  const settings = serverSettings({ sockets: place.sockets, fsync });
  const acquire = () => acquireServer(place, binaries, settings, log);
  const first = await acquire();
  const stop = supervise({ first, sockets: place.sockets, startAgain: acquire, log });
  try {
    await ensureDatabase(first.lock);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection: localConnection(place.sockets, database), stop };
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
}
