import { Kysely } from 'kysely';
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

export type Db = {
  /** Runs `work` in one transaction, seeing and touching only what the viewer may. */
  as: <R>(viewer: Viewer, work: (tx: Tx) => Promise<R>) => Promise<R>;
  /** For look-ups before a workspace is known, and the readers of the log: a role that can read a handful of columns. */
  directory: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>;
  /** Whether the database answers. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
};

const DIRECTORY_OPENING = 'begin; set local role madoguchi_directory';

/** Opens the pool. Connections that break while idle are dropped and replaced; work under way on them is refused to its caller. */
export function openDb(config: pg.PoolConfig, log: { warn: (data: object, text: string) => void }): Db {
  const pool = new pg.Pool({ max: 20, connectionTimeoutMillis: 10_000, ...config });
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection broke'));
  const nameOf = makeStatementNames();

  async function transaction<R>(opening: string, work: (tx: Tx) => Promise<R>): Promise<R> {
    const client = await pool.connect();
    const callbacks: (() => void)[] = [];
    let broken: Error | undefined;
    // A connection that dies while it is ours reports it as an event too; unheard, it would end the process.
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    let result: R;
    try {
      await client.query(opening);
      const tx = new Kysely<Tables>({ dialect: transactionDialect(client, nameOf) });
      result = await work(Object.assign(tx, { afterCommit: (callback: () => void) => void callbacks.push(callback) }));
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
    for (const callback of callbacks) callback();
    return result;
  }

  return {
    as: (viewer, work) => transaction(openingOf(viewer), work),
    directory: (work) => transaction(DIRECTORY_OPENING, work),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  };
}
