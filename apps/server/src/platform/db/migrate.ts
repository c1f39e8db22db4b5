import { readdir, readFile } from 'node:fs/promises';
import { Logger, runMigrations as migrateQueue } from 'graphile-worker';
import pg from 'pg';

const FOLDER = new URL('../../../migrations/', import.meta.url);
const silentLogger = new Logger(() => () => {});
/** Any number: processes that start at once take turns on it. */
const LOCK = 7_236_459;

/**
 * Brings a database forward: the queue's own schema, then every numbered file of `migrations/` that has not run, each in a
 * transaction of its own. Safe to call from several processes at once and again at every start.
 * @throws Error naming the file that failed; files before it stay applied.
 */
export async function migrate(target: string | pg.ClientConfig, options: { log?: (line: string) => void } = {}): Promise<void> {
  const config = typeof target === 'string' ? { connectionString: target } : target;
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const pool = new pg.Pool({ ...config, max: 2 });
    // Reported by the statement that needed the connection.
    pool.on('error', () => {});
    pool.on('connect', (one) => one.on('error', () => {}));
    try {
      await migrateQueue({ pgPool: pool, logger: silentLogger });
    } finally {
      await pool.end();
    }
    await client.query(
      'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
    const applied = new Set(rows.map((row) => row.name));
    const files = (await readdir(FOLDER)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
    for (const name of files) {
      if (applied.has(name)) continue;
      await applyOne(client, name);
      options.log?.(name);
    }
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(new URL(name, FOLDER), 'utf8');
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
