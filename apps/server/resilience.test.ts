import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from './src/platform/ctx.ts';
import { migrate } from './src/platform/db/migrate.ts';
import { makeHttpServer } from './src/platform/http/server.ts';
import { makeLog } from './src/platform/log/log.ts';
import { startEmbeddedPostgres } from './src/platform/postgres/embedded.ts';
import { postmasterPid } from './src/platform/postgres/leftover.ts';
import { addCompany, addVisitor, asAgent, password } from './test/company.ts';
import { openWindow, visitorLine } from './test/sockets.ts';
import { call, web } from './test/web.ts';

const home = mkdtempSync(join(tmpdir(), 'madoguchi-home-'));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A small disk for the uploads of the product below: 18 MB, as many files as they fit, and root to make it. */
const disk = join(home, 'files');
mkdirSync(disk, { mode: 0o700 });
const mounted = mount();
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', disk]);
});
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m,nr_inodes=12', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A PostgreSQL of its own, because it is shot at. */
const postgres = await startEmbeddedPostgres({ home, fsync: false });
afterAll(() => postgres.stop());
await migrate(postgres.connection);
const product = await web({ connection: postgres.connection, home, visitorMessagesPerMinute: 100_000 });
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });
const shop = await addCompany(product, 'shop.example', { undoSendSeconds: 1 });

async function sql(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(postgres.connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

describe('PostgreSQL restarted while everybody is at work', () => {
  /** Every connection of the product is cut, as by a failover or an impatient administrator. */
  const cutAll = () =>
    sql(`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`);
  /** `pg_ctl restart -m fast`: what is open is rolled back; whoever looks after the server starts it again. */
  const restart = async () => void process.kill(postmasterPid(join(home, 'postgres', 'data'))!, 'SIGINT');

  test('requests succeed or are told to come again, nothing acknowledged is lost, and everything goes on by itself', async () => {
    const window = await openWindow(server, shop.cookies.agent);
    const visitors = await Promise.all(Array.from({ length: 6 }, () => addVisitor(product, shop.chatKey)));
    const lines = await Promise.all(visitors.map((visitor) => visitorLine(server, shop.chatKey, visitor.token)));
    await Promise.all(lines.map((line) => line.next('ready')));
    for (const visitor of visitors) await visitor.say('担当者をお願いします');

    const acknowledged: string[] = [];
    const statuses = new Map<string, number>();
    const shots = [cutAll, cutAll, restart, cutAll, restart];
    let fired = 0;
    const note = ({ status, headers, body }: { status: number; headers: Record<string, unknown>; body: { code?: string } }) => {
      const said = `${status} ${body.code ?? ''}`.trim();
      statuses.set(said, (statuses.get(said) ?? 0) + 1);
      if (status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      return status;
    };
    const write = async (visitor: (typeof visitors)[number]) => {
      while (acknowledged.length < 600) {
        const text = randomUUID();
        if (note(await visitor.say(text)) === 201) acknowledged.push(text);
        else await new Promise((resolve) => setTimeout(resolve, 20));
        if (acknowledged.length > 100 * (fired + 1) && fired < shots.length) {
          fired += 1;
          await shots[fired - 1]!().catch(() => {});
        }
      }
    };
    const work = async () => {
      const headers = asAgent(shop.cookies.agent);
      // No more sign-ins than one may try: each that meets no database counts as a try.
      for (let tries = 0; acknowledged.length < 600; tries += 1) {
        note(await call(product, 'GET', '/api/conversations', { headers }));
        note(await call(product, 'GET', '/api/sessions', { headers }));
        const signingIn = { body: { email: 'agent@shop.example', password }, headers: { host: 'desk.example' } };
        if (tries < 9) note(await call(product, 'POST', '/api/sign-in', signingIn));
      }
    };
    await Promise.all([...visitors.map(write), work()]);
    expect(fired).toBe(shots.length);
    expect([...statuses.keys()].filter((said) => !['200', '201', '503 unavailable'].includes(said))).toEqual([]);

    const kept = new Set((await sql('select text from messages')).map(({ text }) => text));
    expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);

    // The agent's window and the visitors' have heard every message, each once, without being opened again.
    const notAmong = (heard: { text: string }[]) => {
      const texts = new Set(heard.map(({ text }) => text));
      return acknowledged.filter((text) => !texts.has(text));
    };
    const heard = () => window.all('fact').flatMap(({ fact, message }) => (fact.name === 'message.received' ? [message!] : []));
    await expect.poll(() => notAmong(heard()), { timeout: 60_000, interval: 200 }).toEqual([]);
    expect(new Set(heard().map(({ id }) => id)).size).toBe(heard().length);
    const heardByVisitors = () => lines.flatMap((line) => line.all('message').map(({ message }) => message));
    await expect.poll(() => notAmong(heardByVisitors()), { timeout: 60_000, interval: 200 }).toEqual([]);

    // The bot answers, and a reply is let go after its undo period.
    const newcomer = await addVisitor(product, shop.chatKey);
    const { body } = await newcomer.say('はじめまして');
    await expect.poll(async () => (await newcomer.read()).messages.length).toBe(2);
    const reply = { text: 'お待たせしました', seenSeq: 100, idempotencyKey: randomUUID() };
    await call(product, 'POST', `/api/conversations/${body.conversation.id}/replies`, {
      body: reply,
      headers: asAgent(shop.cookies.agent),
    });
    await expect.poll(async () => (await newcomer.read()).messages.at(-1).text).toBe('お待たせしました');
    expect(await sql('select * from event_failures')).toEqual([]);
    expect((await call(product, 'GET', '/readyz')).status).toBe(200);
    for (const line of [window, ...lines]) line.close();
  }, 120_000);
});

describe('a disk that is full', () => {
  const agent = asAgent(shop.cookies.agent);
  const head = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const upload = async (megabytes: number) => {
    const bytes = Buffer.concat([head, Buffer.alloc(megabytes * 1024 * 1024)]);
    const payload = Buffer.concat([
      Buffer.from('--ochanoma\r\ncontent-disposition: form-data; name="file"; filename="photo.png"\r\n\r\n'),
      bytes,
      Buffer.from('\r\n--ochanoma--\r\n'),
    ]);
    const headers = { ...agent, 'content-type': 'multipart/form-data; boundary=ochanoma' };
    const response = await product.http.inject({ method: 'POST', url: '/api/attachments', headers, payload });
    return { status: response.statusCode, type: response.headers['content-type'], body: response.json() };
  };
  const files = () => readdirSync(disk, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const rows = async () => (await sql('select id from attachments')).map(({ id }) => id);

  const sized = mounted ? test : test.skip;
  sized('is said in the upload’s own answer, and nothing of it is kept', async () => {
    const kept: string[] = [];
    let refused = await upload(8);
    for (; refused.status === 201; refused = await upload(8)) kept.push(refused.body.id);
    expect(kept.length).toBeGreaterThan(1);
    expect(refused).toMatchObject({ status: 507, type: expect.stringContaining('problem+json'), body: { code: 'attachment.disk_full' } });
    expect([files().sort(), (await rows()).sort()]).toEqual([kept.sort(), kept]);

    for (const name of kept) rmSync(join(disk, shop.workspaceId, name));
    expect((await upload(8)).status).toBe(201);
  });

  sized('is noticed as well when it fills up in the middle: no half file, no row, and messages go on', async () => {
    const before = await rows();
    let last = await upload(0);
    // Space is left for the bytes; what is used up is room for another file.
    for (; last.status === 201; last = await upload(0)) before.push(last.body.id);
    expect(last).toMatchObject({ status: 507, body: { code: 'attachment.disk_full' } });
    expect(files().filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await rows()).sort()).toEqual(before.sort());
    expect((await (await addVisitor(product, shop.chatKey)).say('ファイルなしで')).status).toBe(201);
  });
});

describe('requests that never end', () => {
  const open: Socket[] = [];
  afterAll(() => {
    for (const socket of open) socket.destroy();
  });
  const drip = async (port: number, path: string) => {
    const socket = connect(port, '127.0.0.1');
    open.push(socket);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`);
    return { answer: () => answer, ended: once(socket, 'close') };
  };

  test('three hundred of them keep nobody else waiting', async () => {
    const port = Number(new URL(server).port);
    await Promise.all(Array.from({ length: 300 }, () => drip(port, `/api/chat/${shop.chatKey}/messages`)));
    const visitor = await addVisitor(product, shop.chatKey);
    expect((await visitor.say('普通の質問')).status).toBe(201);
    expect((await fetch(`${server}/healthz`)).status).toBe(200);
  });

  test('are ended with a problem when their time is over', async () => {
    const { app } = await makeHttpServer({
      log: makeLog('silent'),
      authorize: async () => nobody(product.platform),
      arrivesWithinMs: 200,
    });
    app.post('/slow', { config: { permit: 'public' } }, async () => 'never');
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as { port: number };
    const slow = await drip(port, '/slow');
    await slow.ended;
    expect(slow.answer()).toMatch(/^HTTP\/1\.1 408 [^\r]+\r\ncontent-type: application\/problem\+json/);
    expect(JSON.parse(slow.answer().split('\r\n\r\n')[1]!)).toMatchObject({ status: 408, code: 'request.too_slow' });
    await app.close();
  });

  test('and what is no HTTP at all gets a problem too', async () => {
    const socket = connect(Number(new URL(server).port), '127.0.0.1');
    open.push(socket);
    socket.write('よろしくお願いします\r\n\r\n');
    const [answer] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('"code":"request.malformed"');
  });
});

describe('a flood from one visitor', () => {
  const LIMIT = 60;
  const FLOOD = 3000;
  let flooded: Awaited<ReturnType<typeof web>>;
  let address: string;
  let key: string;
  beforeAll(async () => {
    flooded = await web({ visitorMessagesPerMinute: LIMIT });
    address = await flooded.http.listen({ port: 0, host: '127.0.0.1' });
    key = (await addCompany(flooded, 'flooded.example')).chatKey;
  });

  /** Sends from a process of its own, so that the sender's work is not counted as the server's. Gives back how often each status came. */
  async function flood(token: string): Promise<Record<string, number>> {
    const script = `
      import { Agent, request } from 'node:http';
      const agent = new Agent({ keepAlive: true, maxSockets: 32 });
      const statuses = {};
      let n = 0;
      const one = () => new Promise((resolve) => {
        const body = JSON.stringify({ externalId: 'flood-message-' + n, text: 'あ'.repeat(50), locale: 'ja' });
        const headers = { 'content-type': 'application/json', authorization: 'Bearer ${token}', 'content-length': Buffer.byteLength(body) };
        const sent = request('${address}/api/chat/${key}/messages', { agent, method: 'POST', headers }, (response) => {
          const said = response.statusCode + (response.statusCode === 429 && !(response.headers['retry-after'] > 0) ? ' without retry-after' : '');
          statuses[said] = (statuses[said] ?? 0) + 1;
          response.resume().on('end', resolve);
        });
        sent.on('error', (error) => { statuses[error.code] = (statuses[error.code] ?? 0) + 1; resolve(); });
        sent.end(body);
      });
      const lane = async () => { while (n < ${FLOOD}) { n += 1; await one(); } };
      await Promise.all(Array.from({ length: 32 }, lane));
      console.log(JSON.stringify(statuses));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    await once(child, 'close');
    return JSON.parse(out);
  }

  const looks = async (visitor: Awaited<ReturnType<typeof addVisitor>>) =>
    (await fetch(`${address}/api/chat/${key}/conversation`, { headers: visitor.headers })).status;

  test('of thirty first messages in one instant, while the bot answers: every one is taken, into one conversation', async () => {
    const visitor = await addVisitor(flooded, key);
    const texts = Array.from({ length: 30 }, (_, n) => `${n}: 人と話したい`);
    const answers = await Promise.all(texts.map((text) => visitor.say(text)));
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.conversation.id)).size).toBe(1);
    await expect.poll(async () => (await visitor.read()).conversation.handledBy).toBe('human');
    const { messages } = await visitor.read();
    expect(messages.filter((one: { author: { kind: string } }) => one.author.kind === 'bot')).toHaveLength(1);
    expect(new Set(messages.map(({ seq }: { seq: number }) => seq)).size).toBe(31);
  });

  test('is cut down to what one may say in a minute, and another visitor is served all the while', async () => {
    const [loud, quiet] = [await addVisitor(flooded, key), await addVisitor(flooded, key)];
    expect((await quiet.say('ふつうの質問')).status).toBe(201);

    let over = false;
    const flooding = flood(loud.token).finally(() => {
      over = true;
    });
    const meanwhile: number[] = [];
    while (!over) meanwhile.push(await looks(quiet));
    const statuses = await flooding;
    expect(statuses).toEqual({ 201: statuses['201'], 429: FLOOD - (statuses['201'] ?? 0) });
    // The minute may turn over once while it lasts.
    expect(statuses['201']).toBeGreaterThan(0);
    expect(statuses['201']).toBeLessThanOrEqual(2 * LIMIT);
    const client = new pg.Client(flooded.connection);
    await client.connect();
    const { rows } = await client.query(`select count(*)::int as kept from messages where external_id like '%:flood-message-%'`);
    await client.end();
    expect(rows).toEqual([{ kept: statuses['201'] }]);
    expect((await quiet.say('まだ話せます')).status).toBe(201);
    expect(new Set(meanwhile)).toEqual(new Set([200]));
    expect(meanwhile.length).toBeGreaterThan(5);
  }, 60_000);
});
