import { type Compilable, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { makeStatementNames } from './statement-names.ts';
import type { Tables } from './tables.ts';
import { transactionDialect } from './transaction-dialect.ts';
import { openingOf, type Viewer } from './viewer.ts';

// int8 (bigint) as number: positions and counts stay far below 2^53.
pg.types.setTypeParser(20, Number);

export type Tx = Kysely<Tables> & {
  /** Runs once the transaction is committed; not at all when it is rolled back. */
  afterCommit: (callback: () => void) => void;
};

/** Writes a statement without running it. */
type Statement<R> = (compile: Kysely<Tables>) => Compilable<R>;

export type Db = {
  /** Runs `work` in one transaction, seeing and touching only what the viewer may. */
  as: <R>(viewer: Viewer, work: (tx: Tx) => Promise<R>) => Promise<R>;
  /** One statement in a transaction of its own, in a single round trip: for hot paths. */
  statementAs: <R>(viewer: Viewer, statement: Statement<R>) => Promise<R[]>;
  /** For look-ups before a workspace is known, and the readers of the log: a role that can read a handful of columns. */
  directory: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>;
  directoryStatement: <R>(statement: Statement<R>) => Promise<R[]>;
  /** Whether the database answers. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
};

/** Planning a hot statement behind the fence costs as much as running it (2 of 5 ms): its plan is made once per connection. */
const ONE_PLAN = 'set local plan_cache_mode = force_generic_plan';
const DIRECTORY_OPENING = 'begin; set local role madoguchi_directory';

const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/**
 * Opens the pool. Connections that break while idle are dropped and replaced; work under way on them is refused to its caller.
 * Statements are pipelined: the opening of a transaction does not cost a round trip of its own. When it fails, PostgreSQL refuses
 * whatever was sent behind it, so nothing ever runs outside the fence.
 */
export function openDb(config: pg.PoolConfig, log: { warn: (data: object, text: string) => void }): Db {
  const pool = new pg.Pool({ max: 20, connectionTimeoutMillis: 10_000, ...config, pipeline: true } as pg.PoolConfig);
  // Connections take leave a moment after the pool has ended: what the database says to them then is no news.
  let closing = false;
  pool.on('error', (error) => closing || log.warn({ error: error.message }, 'an idle database connection broke'));
  const nameOf = makeStatementNames();

  async function withClient<R>(work: (client: pg.PoolClient, spoil: (error: Error) => void) => Promise<R>): Promise<R> {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection that dies while it is ours reports it as an event too; unheard, it would end the process.
    const spoil = (error: Error) => {
      broken = error;
    };
    client.on('error', spoil);
    try {
      return await work(client, spoil);
    } finally {
      client.off('error', spoil);
      client.release(broken);
    }
  }

  async function transaction<R>(opening: string, work: (tx: Tx) => Promise<R>): Promise<R> {
    const callbacks: (() => void)[] = [];
    const result = await withClient(async (client, spoil) => {
      const opened = client.query(opening);
      opened.catch(() => {}); // reported by whatever comes next on this connection
      try {
        const tx = new Kysely<Tables>({ dialect: transactionDialect(client, nameOf) });
        const done = await work(Object.assign(tx, { afterCommit: (callback: () => void) => void callbacks.push(callback) }));
        await opened;
        committed(await client.query('commit'));
        return done;
      } catch (error) {
        await client.query('rollback').catch(spoil);
        throw error;
      }
    });
    for (const callback of callbacks) callback();
    return result;
  }

  async function statement<R>(opening: string, write: Statement<R>): Promise<R[]> {
    const { sql, parameters } = write(compiler).compile();
    const name = nameOf(sql);
    return withClient(async (client) => {
      const [opened, done, ended] = await Promise.allSettled([
        client.query(name ? `${opening}; ${ONE_PLAN}` : opening),
        client.query({ text: sql, values: parameters as unknown[], ...(name ? { name } : {}) }),
        client.query('commit'),
      ]);
      for (const one of [opened, done, ended]) if (one.status === 'rejected') throw one.reason;
      if (ended.status === 'fulfilled') committed(ended.value);
      return done.status === 'fulfilled' ? (done.value.rows as R[]) : [];
    });
  }

  return {
    as: (viewer, work) => transaction(openingOf(viewer), work),
    statementAs: (viewer, write) => statement(openingOf(viewer), write),
    directory: (work) => transaction(DIRECTORY_OPENING, work),
    directoryStatement: (write) => statement(DIRECTORY_OPENING, write),
    ping: async () => void (await pool.query('select 1')),
    close: () => {
      closing = true;
      return pool.end();
    },
  };
}

/** A failed transaction answers COMMIT with ROLLBACK, without an error. */
function committed({ command }: pg.QueryResult): void {
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
}
