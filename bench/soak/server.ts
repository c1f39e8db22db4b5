import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { postmasterPid } from '../../apps/server/src/platform/postgres/leftover.ts';
import { freePort } from '../servers.ts';

const root = join(import.meta.dirname, '..', '..');

export type SoakServer = Awaited<ReturnType<typeof startServer>>;

/** The product as a process of its own on an empty home, with its embedded PostgreSQL; what it complains of goes to `home`.log. */
export async function startServer(home: string, env: Record<string, string>) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const complaints = createWriteStream(`${home}.log`, { flags: 'a' });
  let child: ChildProcess;

  const isReady = () =>
    fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const start = async () => {
    child = spawn(process.execPath, [join(root, 'apps/server/main.ts')], {
      cwd: root,
      env: { ...process.env, ...env, MADOGUCHI_HOME: home, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr!.pipe(complaints, { end: false });
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}; see ${home}.log`);
      await wait(20);
    }
  };
  const gone = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  await start();
  return {
    base,
    /** Of the process that runs now. */
    pid: () => child.pid!,
    start,
    /** As a power cut does: nobody is told. `database`: its PostgreSQL goes the same way. */
    kill: async ({ database }: { database: boolean }) => {
      const postmaster = database ? postmasterPid(join(home, 'postgres', 'data')) : null;
      if (postmaster !== null) process.kill(postmaster, 'SIGKILL');
      await gone('SIGKILL');
    },
    stop: async () => {
      await gone('SIGTERM');
      complaints.end();
    },
    /** Asks its database, as soon as there is one to ask. */
    query: <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => asked<Row>(home, text, values),
  };
}

async function asked<Row extends pg.QueryResultRow>(home: string, text: string, values: unknown[]): Promise<Row[]> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ host: join(home, 'postgres', 'run'), port: 5432, database: 'madoguchi', user: 'madoguchi', ssl: false });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<Row>(text, values)).rows;
    } catch (error) {
      // An error of the statement itself does not go away.
      if (tries > 600 || /^42/.test((error as { code?: string }).code ?? '')) throw error;
      await wait(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
