import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../apps/server/src/platform/postgres/embedded.ts';
import { demoPassword, suzuki } from '../fixtures/agents.ts';
import { type Running, startProduct } from './servers.ts';

/** What a scenario measures against: the demo workspace, served by a process of its own on a durable database. */
export type Stand = {
  product: Running;
  home: string;
  databaseUrl: string;
  chatKey: string;
  workspaceId: string;
  cookie: string;
  sql: pg.Client;
  restart: () => Promise<Running>;
  /** Does something to the database while no product runs, and lets every reader of the log begin behind it: a past that is nobody's news. */
  asPast: (work: () => Promise<void>) => Promise<void>;
};

export async function raiseStand(): Promise<Stand & { fall: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'));
  const server = await startEmbeddedPostgres({ home: join(folder, 'database') });
  const { host, port, user, database } = server.connection;
  const databaseUrl = `postgres://localhost:${port}/${database}?host=${encodeURIComponent(host)}&user=${user}`;
  const home = join(folder, 'home');
  const start = () => startProduct({ DATABASE_URL: databaseUrl, MADOGUCHI_HOME: home });
  let product = await start();
  const sql = new pg.Client(server.connection);
  await sql.connect();
  const { rows } = await sql.query(`select key, workspace_id from inboxes where channel = 'chat'`);
  const response = await fetch(`${product.base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.base },
    body: JSON.stringify({ email: suzuki.email, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    /** The process that runs now: a restart gives another one. */
    get product() {
      return product;
    },
    home,
    databaseUrl,
    chatKey: rows[0].key,
    workspaceId: rows[0].workspace_id,
    cookie,
    sql,
    restart: async () => {
      await product.stop();
      product = await start();
      return product;
    },
    asPast: async (work) => {
      await product.stop();
      await work();
      await sql.query(
        'update event_cursors set (xid, position) = (select xid, position from events order by xid desc, position desc limit 1)',
      );
      product = await start();
    },
    fall: async () => {
      await product.stop();
      await sql.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Visitor tokens with an open conversation handled by a person, so that the bot's work is not part of the figure. */
export async function openVisitors(base: string, key: string, count: number): Promise<string[]> {
  const post = async (path: string, body: object, token?: string) => {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json() as Promise<{ token: string }>;
  };
  const tokens: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { token } = await post(`/api/chat/${key}/session`, { locale: 'ja' });
    await post(`/api/chat/${key}/messages`, { externalId: `open-${i}-${Date.now()}`, text: '担当者をお願いします', locale: 'ja' }, token);
    tokens.push(token);
  }
  return tokens;
}
