import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export type Config = Readonly<{
  port: number;
  host: string;
  home: string;
  /** An external PostgreSQL; null: the embedded one. */
  databaseUrl: string | null;
  demo: boolean;
  /** The address people use, for links in answers; null: what the request says. */
  publicUrl: string | null;
  roles: Readonly<{ web: boolean; worker: boolean }>;
  trustProxy: boolean;
  logLevel: string;
  /** How many messages one visitor may send in a minute. */
  visitorMessagesPerMinute: number;
  /** Hosts (`host` or `host:port`) where administrators may have a language model although they are private or plain http. */
  modelHosts: readonly string[];
}>;

/** A setting that cannot be: names the variable and says what would be right. */
export class ConfigError extends Error {}

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * Reads the environment into one frozen object.
 * @throws ConfigError naming the first wrong variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const role = choose(env, 'MADOGUCHI_ROLE', ['all', 'web', 'worker'], 'all');
  return Object.freeze({
    port: wholeNumber(env, 'PORT', 3000, 0, 65_535),
    host: env.HOST || '0.0.0.0',
    home: usableFolder(resolve(cwd, env.MADOGUCHI_HOME || '.madoguchi')),
    databaseUrl: databaseUrl(env.DATABASE_URL),
    demo: choose(env, 'MADOGUCHI_DEMO', ['on', 'off'], 'on') === 'on',
    publicUrl: url(env, 'MADOGUCHI_URL'),
    roles: Object.freeze({ web: role !== 'worker', worker: role !== 'web' }),
    trustProxy: choose(env, 'MADOGUCHI_TRUST_PROXY', ['on', 'off'], 'off') === 'on',
    logLevel: choose(env, 'MADOGUCHI_LOG', LEVELS, 'warn'),
    visitorMessagesPerMinute: wholeNumber(env, 'MADOGUCHI_VISITOR_MESSAGES_PER_MINUTE', 60, 1, 1_000_000),
    modelHosts: hosts(env, 'MADOGUCHI_MODEL_HOSTS'),
  });
}

/** `localhost:11434, 10.0.0.7` → as URL writes them. */
function hosts(env: Readonly<Record<string, string | undefined>>, name: string): readonly string[] {
  const given = (env[name] ?? '').split(',').map((host) => host.trim().toLowerCase());
  const wrong = given.find(
    (host) => host !== '' && (!URL.canParse(`http://${host}`) || !/^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d+)?$/.test(host)),
  );
  if (wrong !== undefined) throw new ConfigError(`${name}=${wrong}: must be hosts, such as localhost:11434,10.0.0.7`);
  return Object.freeze(given.filter(Boolean));
}

function wholeNumber(env: Readonly<Record<string, string | undefined>>, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new ConfigError(`${name}=${text}: must be a whole number from ${min} to ${max}`);
  return value;
}

function choose(env: Readonly<Record<string, string | undefined>>, name: string, allowed: string[], fallback: string): string {
  const value = env[name] || fallback;
  if (!allowed.includes(value)) throw new ConfigError(`${name}=${value}: must be one of ${allowed.join(', ')}`);
  return value;
}

function url(env: Readonly<Record<string, string | undefined>>, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new ConfigError(`${name}=${text}: must be an http or https address`);
  return text.replace(/\/$/, '');
}

function databaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  // The value holds a password: it is not repeated in the message.
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    throw new ConfigError('DATABASE_URL: must look like postgres://name:password@host:5432/database');
  return text;
}

function usableFolder(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    throw new ConfigError(`MADOGUCHI_HOME=${folder}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** One folder after the other: Node's own `recursive` never ends where a file system answers ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
