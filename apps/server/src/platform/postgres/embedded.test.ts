import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded.ts';
import { alive, postmasterPid, runningPostmaster, stopPostmaster } from './leftover.ts';

/** One home for the whole file, as in life: whatever happened before, the next start must work. */
const home = mkdtempSync(join(tmpdir(), 'madoguchi-home-'));
chmodSync(home, 0o755);
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const left = runningPostmaster(dataOf(home));
  if (left !== null) await stopPostmaster(left, dataOf(home));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const dataOf = (folder: string) => join(folder, 'postgres', 'data');

/** Another process that starts PostgreSQL on `home`, as main.ts would, and holds it until it is killed. */
async function otherMadoguchi(options = '{}'): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    startEmbeddedPostgres({ home: ${JSON.stringify(home)}, ...${options} }).then(
      () => console.log('ready'),
      (error) => { console.log(error.code); process.exit(1); },
    );`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
  return { child, said: said.trim() };
}

async function ask(connection: pg.ClientConfig, statement: string) {
  const client = new pg.Client(connection);
  // It may be asked while the server is being shot at.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a first start', () => {
  test('gives a database of its own, in UTF-8, that nobody but its account and root can reach', async () => {
    const postgres = await startEmbeddedPostgres({ home });
    const [row] = await ask(
      postgres.connection,
      `select current_database() as database, current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
              current_setting('listen_addresses') as addresses, datlocale as locale from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ database: 'madoguchi', encoding: 'UTF8', fsync: 'on', addresses: '', locale: 'C.UTF-8' });
    const folder = statSync(postgres.connection.host);
    expect((folder.mode & 0o777).toString(8)).toBe('700');
    expect(folder.uid).not.toBe(0);
    await postgres.stop();
    expect(existsSync(join(dataOf(home), 'postmaster.pid'))).toBe(false);
  });

  test('works where the folder has a long, Japanese name with spaces', async () => {
    const long = join(home, '窓口 の データ'.repeat(4), 'x'.repeat(40));
    const postgres = await startEmbeddedPostgres({ home: long, fsync: false });
    expect(await ask(postgres.connection, "select '届かない' as text")).toEqual([{ text: '届かない' }]);
    await postgres.stop();
    rmSync(postgres.connection.host, { recursive: true });
  });

  test('says in one line that the home cannot be written', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    const refused = startEmbeddedPostgres({ home: join(file, 'home') });
    await expect(refused).rejects.toMatchObject({ code: 'home.not_writable', message: expect.stringMatching(/^[^\n]+$/) });
  });
});

describe('after kill -9 of the process that held it', () => {
  test('the next start stops the server left behind and finds every committed row', async () => {
    const { child, said } = await otherMadoguchi();
    expect(said).toBe('ready');
    const abandoned = runningPostmaster(dataOf(home))!;
    const socket = { host: join(home, 'postgres', 'run'), port: 5432, database: 'madoguchi', user: 'madoguchi' };
    await ask(socket, 'create table messages as select generate_series(1, 1000) as id');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(runningPostmaster(dataOf(home))).toBe(abandoned);

    const postgres = await startEmbeddedPostgres({ home });
    expect(await ask(postgres.connection, 'select count(*)::int as messages from messages')).toEqual([{ messages: 1000 }]);
    expect(runningPostmaster(dataOf(home))).not.toBe(abandoned);
    await postgres.stop();
  });

  test('and of PostgreSQL too, recovery brings back every committed row', async () => {
    const { child } = await otherMadoguchi();
    const socket = { host: join(home, 'postgres', 'run'), port: 5432, database: 'madoguchi', user: 'madoguchi' };
    await ask(socket, 'create table more_messages as select generate_series(1, 1000) as id');
    child.kill('SIGKILL');
    process.kill(postmasterPid(dataOf(home))!, 'SIGKILL');
    await once(child, 'exit');

    const postgres = await startEmbeddedPostgres({ home });
    expect(await ask(postgres.connection, 'select count(*)::int as messages from more_messages')).toEqual([{ messages: 1000 }]);
    await postgres.stop();
  });

  test('a process number that somebody else has by now does not stop the start', async () => {
    const first = await startEmbeddedPostgres({ home, fsync: false });
    const file = join(dataOf(home), 'postmaster.pid');
    const content = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, content.replace(/^\d+/, String(process.ppid)));

    const second = await startEmbeddedPostgres({ home, fsync: false });
    expect(alive(process.ppid)).toBe(true);
    await second.stop();
  });
});

describe('two on one home', () => {
  test('the second is refused while the first lives, and the first goes on', async () => {
    const first = await startEmbeddedPostgres({ home, fsync: false });
    expect((await otherMadoguchi()).said).toBe('postgres.home_in_use');
    expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test('started at the same moment, one serves and one is refused', async () => {
    const both = await Promise.all([otherMadoguchi('{ fsync: false }'), otherMadoguchi('{ fsync: false }')]);
    expect(both.map(({ said }) => said).sort()).toEqual(['postgres.home_in_use', 'ready']);
  });
});

describe('while it is wanted', () => {
  test('a server that is killed comes back, and still refuses a second Madoguchi', async () => {
    const said: string[] = [];
    const postgres = await startEmbeddedPostgres({ home, fsync: false, log: (line) => said.push(line) });
    const killed = runningPostmaster(dataOf(home))!;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => ask(postgres.connection, 'select 1 as one').catch(() => null)).toEqual([{ one: 1 }]);
    expect(runningPostmaster(dataOf(home))).not.toBe(killed);
    expect(said.join()).toContain('starting it again');
    await expect.poll(async () => (await otherMadoguchi()).said).toBe('postgres.home_in_use');
    await postgres.stop();
  });

  test('a crash of one of its processes does not lose the lock on the home', async () => {
    const postgres = await startEmbeddedPostgres({ home, fsync: false });
    const client = new pg.Client(postgres.connection);
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    process.kill(rows[0].pid, 'SIGKILL');
    const holders = "select count(*)::int as holders from pg_locks where locktype = 'advisory' and granted";
    await expect.poll(() => ask(postgres.connection, holders).catch(() => null)).toEqual([{ holders: 1 }]);
    expect((await otherMadoguchi()).said).toBe('postgres.home_in_use');
    await postgres.stop();
  });
});
