import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll } from 'vitest';
import { buildApp } from '../app.ts';
import type { Channel } from '../src/channels/channel.ts';
import type { ParseLimits } from '../src/channels/inbound/apart/apart.types.ts';
import { makeLog } from '../src/platform/log/log.ts';
import { type Keys, keysFrom } from '../src/platform/secrets/keys.ts';
import { testDatabase } from './database.ts';

type Wish = {
  /** Channels of the test's own instead of the product's. */
  channels?: readonly Channel[];
  /** Where platforms are asked instead: a simulator. */
  channelOrigins?: Record<string, string>;
  publicUrl?: string | null;
  /** Where mailboxes may have their servers besides the public internet. */
  mailHosts?: readonly string[];
  /** Push services in a test's own network. */
  pushHosts?: readonly string[];
  /** The mail server for codes and reminders. */
  mail?: { url: string; from: string };
  demo?: boolean;
  visitorMessagesPerMinute?: number;
  modelHosts?: readonly string[];
  embeddingFolder?: string | null;
  /** What reading a payload in a thread may cost. */
  parseLimits?: Partial<ParseLimits>;
  /** What another product on the same database sealed is opened by the same. */
  keys?: Keys;
  /** A migrated database that somebody else looks after. */
  connection?: pg.ClientConfig;
  /** A home that somebody else removes. */
  home?: string;
};

/** The whole product on a database of its own, answers checked against the contract; reached by inject or a real port. */
export async function web({ demo = false, visitorMessagesPerMinute = 1000, modelHosts = [], embeddingFolder = null, ...given }: Wish = {}) {
  const connection = given.connection ?? (await testDatabase()).connection;
  const home = given.home ?? mkdtempSync(join(tmpdir(), 'madoguchi-test-'));
  const app = await buildApp({
    config: {
      home,
      demo,
      roles: { web: true, worker: true },
      trustProxy: false,
      publicUrl: given.publicUrl ?? null,
      mail: given.mail ?? null,
      channelOrigins: given.channelOrigins ?? {},
      mailHosts: given.mailHosts ?? ['127.0.0.1', 'localhost'],
      pushHosts: given.pushHosts ?? [],
      visitorMessagesPerMinute,
      modelHosts,
      embeddingFolder,
    },
    log: makeLog('silent'),
    connection,
    keys: given.keys ?? keysFrom(randomBytes(32)),
    checkAnswers: true,
    ...(given.channels ? { channels: given.channels } : {}),
    ...(given.parseLimits ? { parseLimits: given.parseLimits } : {}),
  });
  // A test may have stopped it before.
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= app.stop();
    return stopping;
  };
  afterAll(async () => {
    await stop();
    if (!given.home) rmSync(home, { recursive: true, force: true });
  });
  await app.start();
  return { ...app, stop, connection, home };
}

export type Web = Awaited<ReturnType<typeof web>>;

/** JSON in, JSON out; `body` is whatever came back. */
export async function call(
  { http }: Pick<Web, 'http'>,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await http.inject({
    method,
    url,
    headers: { ...options.headers },
    ...(options.body === undefined ? {} : { payload: options.body as object }),
  });
  const text = response.body;
  return {
    status: response.statusCode,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  };
}
