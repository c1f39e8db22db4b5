import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/db/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { alive, runningPostmaster, stopPostmaster } from '../src/platform/postgres/leftover.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Unix socket that answers with the tests' server and the name of the template, starting both when it is first asked. */
    databaseSocket: string;
  }
}

const prefix = 'madoguchi-test-';
/** Migrated once a run; every test database is a copy. */
const template = 'migrated';

/** One PostgreSQL for the whole run, started when the first test asks for a database: runs without one do not pay for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  let started: Promise<EmbeddedPostgres> | null = null;
  const server = createServer((_request, response) => {
    started ??= start(folder);
    started.then(
      ({ connection }) => response.end(JSON.stringify({ server: connection, template })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const socket = join(folder, 'ask');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  project.provide('databaseSocket', socket);
  return async () => {
    server.close();
    server.closeAllConnections();
    if (started) await (await started).stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ home: folder, fsync: false, log: console.error });
  const client = new pg.Client({ ...postgres.connection, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${template}`);
  await migrate({ ...postgres.connection, database: template });
  await client.query(`alter database ${template} allow_connections false`);
  await client.end();
  return postgres;
}

/** Servers and folders of runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || alive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const data = join(folder, 'postgres', 'data');
    const postmaster = runningPostmaster(data);
    if (postmaster !== null) await stopPostmaster(postmaster, data);
    rmSync(folder, { recursive: true, force: true });
  }
}
