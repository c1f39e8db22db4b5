import pg from 'pg';
import { superuser } from './initdb.ts';

/** Any number, the same for ever. */
const lockKey = 6_216_010_301;

/** Settings for a client inside the machine; everything is said, so that PG* variables cannot send it elsewhere. */
export function localConnection(sockets: string, database: string) {
  return { host: sockets, port: 5432, database, user: superuser, ssl: false as const };
}

/**
 * Tries to become the one Madoguchi of this server: a session-level advisory lock, which PostgreSQL gives back the moment the holder dies.
 * Returns the client that holds it, null when somebody else does. Rejects when the server cannot be reached (code ENOENT, ECONNREFUSED,
 * or 57P03 while it starts or stops).
 */
export async function takeLock(sockets: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    ...localConnection(sockets, 'postgres'),
    application_name: 'madoguchi supervisor',
    connectionTimeoutMillis: 5000,
  });
  // An idle client that loses its server emits 'error'; the owner of the lock listens to 'end' instead.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey]);
    if (rows[0]?.got) return client;
  } catch (error) {
    await letGo(client);
    throw error;
  }
  await letGo(client);
  return null;
}

/** Ends a client, and with it the lock. A server that is going away meanwhile (EPIPE) has given the lock back already. */
export const letGo = (client: pg.Client): Promise<void> => client.end().catch(() => {});
