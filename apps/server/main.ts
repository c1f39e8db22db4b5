import { createServer } from 'node:net';
import pg from 'pg';
import { type App, buildApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { migrate } from './src/platform/db/migrate.ts';
import { makeLog } from './src/platform/log/log.ts';
import { startEmbeddedPostgres } from './src/platform/postgres/embedded.ts';
import { PostgresError } from './src/platform/postgres/postgres.errors.ts';
import { openKeys } from './src/platform/secrets/keys.ts';
import { welcome } from './welcome.ts';

/** Something that keeps the program from starting: said in one line. */
class StartError extends Error {}

const stops: (() => Promise<void>)[] = [];
let stopping: Promise<void> | null = null;

/** Ends everything that was started, the last first. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const end of stops.reverse()) await end().catch((error: Error) => console.error(`while stopping: ${error.message}`));
  })();
  return stopping;
}

async function start(): Promise<void> {
  const config = readConfig(process.env, process.env.INIT_CWD ?? process.cwd());
  const log = makeLog(config.logLevel);
  if (config.roles.web) await tryPort(config);
  const connection = await database(config);
  await migrate(connection).catch((error: Error) => {
    throw new StartError(`The database could not be brought up to date: ${error.message}`);
  });
  const keys = await openKeys(config.home).catch((error: Error) => {
    throw new StartError(`The key of this installation cannot be used: ${error.message}`);
  });
  // The embedded PostgreSQL lets one process in.
  const app = await buildApp({ config, log, connection, keys, isAlone: config.databaseUrl === null });
  stops.push(app.stop);
  await app.start();
  if (config.roles.web) await listen(app, config);
  if (config.roles.web && config.smtpListen) await receiveMail(app, config.smtpListen);
  await welcome(app, config);
}

async function database(config: Config): Promise<pg.ClientConfig> {
  if (config.databaseUrl) return reachable({ connectionString: config.databaseUrl, connectionTimeoutMillis: REACHED_WITHIN_MS });
  const server = await startEmbeddedPostgres({ home: config.home, log: (line) => console.error(line) });
  stops.push(server.stop);
  return server.connection;
}

const REACHED_WITHIN_MS = 10_000;
const OLDEST_POSTGRES = 15;

/** Asks an external PostgreSQL once, so that what is wrong with it is said in one line and soon. */
async function reachable(connection: pg.ClientConfig): Promise<pg.ClientConfig> {
  const client = new pg.Client(connection);
  client.on('error', () => {}); // said by the query
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const version = Math.floor(Number(rows[0]!.server_version_num) / 10_000);
    if (version < OLDEST_POSTGRES)
      throw new StartError(`DATABASE_URL: this is PostgreSQL ${version}; version ${OLDEST_POSTGRES} or newer is needed`);
    return connection;
  } catch (error) {
    if (error instanceof StartError) throw error;
    // A name with several addresses fails with one error for each and no message of its own.
    const reasons = error instanceof AggregateError ? error.errors : [error];
    throw new StartError(`DATABASE_URL: PostgreSQL cannot be reached: ${reasons.map((one: Error) => one.message).join('; ')}`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Before anything else is started: a port in use is known at once. */
function tryPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(portError(error, port)));
    server.listen({ port, host }, () => server.close(() => resolve()));
  });
}

async function listen({ http }: App, { port, host }: Config): Promise<void> {
  await http.listen({ port, host }).catch((error: Error) => {
    throw portError(error, port);
  });
}

async function receiveMail(app: App, where: NonNullable<Config['smtpListen']>): Promise<void> {
  await app.receiveMail(where).catch((error: NodeJS.ErrnoException) => {
    const because = MAIL_PORT_WORDS[error.code ?? ''];
    throw because ? new StartError(`MADOGUCHI_SMTP_LISTEN=${where.host}:${where.port}: ${because}`) : error;
  });
}

const MAIL_PORT_WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program is using this port',
  EACCES: 'this port may not be opened by you; ports below 1024 are for root or need the capability to bind them',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
};

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`PORT=${port}: another program is using this port`);
  if (error.code === 'EACCES') return new StartError(`PORT=${port}: this port may not be opened by you`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new StartError('HOST: this machine has no such address');
  return error;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void stop().then(() => process.exit(0));
  });
}

start().catch(async (error: Error) => {
  const expected = error instanceof ConfigError || error instanceof StartError || error instanceof PostgresError;
  console.error(expected ? `madoguchi: ${error.message.replace(/\s*\n\s*/g, ' ')}` : error);
  await stop();
  process.exit(1);
});
