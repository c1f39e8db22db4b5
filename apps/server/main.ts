import type pg from 'pg';
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
  const connection = await database(config);
  await migrate(connection).catch((error: Error) => {
    throw new StartError(`The database could not be brought up to date: ${error.message}`);
  });
  const keys = await openKeys(config.home);
  const app = await buildApp({ config, log, connection, keys });
  stops.push(app.stop);
  await app.start();
  if (config.roles.web) await listen(app, config);
  await welcome(app, config);
}

async function database(config: Config): Promise<pg.ClientConfig> {
  if (config.databaseUrl) return { connectionString: config.databaseUrl };
  const server = await startEmbeddedPostgres({ home: config.home, log: (line) => console.error(line) });
  stops.push(server.stop);
  return server.connection;
}

async function listen({ http }: App, { port, host }: Config): Promise<void> {
  try {
    await http.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartError(`PORT=${port}: another program is using this port`);
    if (code === 'EACCES') throw new StartError(`PORT=${port}: this port may not be opened by you`);
    throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void stop().then(() => process.exit(0));
  });
}

start().catch(async (error: Error) => {
  const expected = error instanceof ConfigError || error instanceof StartError || error instanceof PostgresError;
  console.error(expected ? `madoguchi: ${error.message}` : error);
  await stop();
  process.exit(1);
});
