import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { ReceiverConfig } from './src/channels/email/receiver/receiver.types.ts';
import { E5_PREFIXES, NO_PREFIXES } from './src/models/embeddings/local/folder.rules.ts';
import type { Prefixes } from './src/models/embeddings/local/local.types.ts';
import { isMailFrom, readSmtpUrl } from './src/platform/mail-transport/smtp-url.rules.ts';

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
  /** Hosts (`host` or `host:port`) where an inbox may have its mail server although they are private. */
  mailHosts: readonly string[];
  /** Hosts (`host` or `host:port`) of push services that are private or plain http. */
  pushHosts: readonly string[];
  /** Hosts (`host` or `host:port`) where a workspace may have its identity provider although they are private or plain http. */
  signInHosts: readonly string[];
  /** Where platforms are asked instead of at their own origin: a gateway of the operator. */
  channelOrigins: Readonly<Record<string, string>>;
  /** Where an embedding model of the server's own lies; null: nowhere. What is wrong with it the settings page says, not the start. */
  embeddingFolder: string | null;
  /** What is put before questions and passages for that model; null: as its files say. */
  embeddingPrefixes: Prefixes | null;
  /** Where mail is taken (MX or forwarding), by processes of the web role; null: nowhere. `certificate`: PEM files, for STARTTLS. */
  smtpListen: ReceiverConfig | null;
  /** The mail server for codes and reminders, and whom they come from; null: no mail is sent. */
  mail: Readonly<{ url: string; from: string }> | null;
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
    mailHosts: hosts(env, 'MADOGUCHI_MAIL_HOSTS'),
    pushHosts: hosts(env, 'MADOGUCHI_PUSH_HOSTS'),
    signInHosts: hosts(env, 'MADOGUCHI_SIGN_IN_HOSTS'),
    channelOrigins: origins(env, 'MADOGUCHI_CHANNEL_ORIGINS'),
    embeddingFolder: env.MADOGUCHI_EMBEDDING_FOLDER ? resolve(cwd, env.MADOGUCHI_EMBEDDING_FOLDER) : null,
    embeddingPrefixes: prefixes(env, 'MADOGUCHI_EMBEDDING_PREFIXES'),
    mail: mail(env),
    smtpListen: smtpListen(env, cwd),
  });
}

function mail({ MADOGUCHI_SMTP_URL: url, MADOGUCHI_MAIL_FROM: from }: Readonly<Record<string, string | undefined>>): Config['mail'] {
  if (from && !isMailFrom(from)) throw new ConfigError(`MADOGUCHI_MAIL_FROM=${from}: must be an address, such as Shop <help@shop.example>`);
  if (!url) return null;
  // The value holds a password: it is not repeated in the message.
  if (!readSmtpUrl(url))
    throw new ConfigError('MADOGUCHI_SMTP_URL: must look like smtp://login:password@host:587 or smtps://login:password@host');
  if (!from) throw new ConfigError('MADOGUCHI_MAIL_FROM: must be set with MADOGUCHI_SMTP_URL, such as Shop <help@shop.example>');
  return Object.freeze({ url, from });
}

/** `0.0.0.0:25`, `[::]:25`; certificate and key go together, and are read here once so that what is wrong with them is said now. */
function smtpListen(env: Readonly<Record<string, string | undefined>>, cwd: string): Config['smtpListen'] {
  const { MADOGUCHI_SMTP_LISTEN: text, MADOGUCHI_SMTP_CERT: cert, MADOGUCHI_SMTP_KEY: key } = env;
  if (!text) {
    if (cert || key) throw new ConfigError('MADOGUCHI_SMTP_LISTEN: must be set with MADOGUCHI_SMTP_CERT and MADOGUCHI_SMTP_KEY');
    return null;
  }
  const [, host = '', digits = ''] = /^([a-z0-9.-]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535)
    throw new ConfigError(`MADOGUCHI_SMTP_LISTEN=${text}: must be host:port, such as 0.0.0.0:25`);
  if (!cert !== !key) throw new ConfigError('MADOGUCHI_SMTP_CERT and MADOGUCHI_SMTP_KEY: must be set together, both as PEM files');
  const certificate = cert && key ? Object.freeze({ cert: resolve(cwd, cert), key: resolve(cwd, key) }) : null;
  if (certificate) checkCertificate(certificate);
  return Object.freeze({ host: host.replace(/^\[|\]$/g, ''), port, certificate });
}

function checkCertificate({ cert, key }: { cert: string; key: string }): void {
  try {
    createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) });
  } catch (error) {
    throw new ConfigError(`MADOGUCHI_SMTP_CERT=${cert} with MADOGUCHI_SMTP_KEY=${key}: cannot be used (${(error as Error).message})`);
  }
}

/** `none`, `e5`, or both texts with a bar between: `query: |passage: `. */
function prefixes(env: Readonly<Record<string, string | undefined>>, name: string): Prefixes | null {
  const text = env[name];
  if (!text) return null;
  if (text === 'none') return NO_PREFIXES;
  if (text === 'e5') return E5_PREFIXES;
  const [query, passage, ...rest] = text.split('|');
  if (query === undefined || passage === undefined || rest.length > 0)
    throw new ConfigError(`${name}=${text}: must be none, e5, or what stands before questions and passages, such as "query: |passage: "`);
  return { kind: 'custom', query, passage };
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

/** `https://api.line.me=http://gateway:8080, …` → by the platform's origin. */
function origins(env: Readonly<Record<string, string | undefined>>, name: string): Readonly<Record<string, string>> {
  const pairs = (env[name] ?? '').split(',').flatMap((pair) => (pair.trim() === '' ? [] : [pair.trim().split('=')]));
  const read = pairs.map(([platform = '', instead = '', ...rest]) => {
    if (rest.length > 0 || !URL.canParse(platform) || !URL.canParse(instead))
      throw new ConfigError(`${name}: must be pairs of origins, such as https://api.line.me=http://gateway.example:8080`);
    return [new URL(platform).origin, new URL(instead).origin] as const;
  });
  return Object.freeze(Object.fromEntries(read));
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
