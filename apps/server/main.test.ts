import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { agents, demoPassword, teams } from '../../fixtures/agents.ts';
import { cannedResponses } from '../../fixtures/canned-responses.ts';
import { stories } from '../../fixtures/conversations.ts';
import { faqEn } from '../../fixtures/faq/en.ts';
import { faqJa } from '../../fixtures/faq/ja.ts';
import { postmasterPid, runningPostmaster, stopPostmaster } from './src/platform/postgres/leftover.ts';
import { testDatabase } from './test/database.ts';

/** One home for the whole file, as in life: whatever happened before, the next start must work. */
const home = mkdtempSync(join(tmpdir(), 'madoguchi-home-'));
chmodSync(home, 0o755);
const data = join(home, 'postgres', 'data');
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  const left = runningPostmaster(data);
  if (left !== null) await stopPostmaster(left, data);
  rmSync(home, { recursive: true, force: true });
});

/** Databases of the tests' own server, reached as somebody else's PostgreSQL. */
const own = await testDatabase();
const empty = await testDatabase();
const urlOf = ({ host, port, user, database }: typeof own.connection) =>
  `postgres:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`;

/** Starting takes seconds, and this machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

type Program = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<{ code: number | null }> };

/** What Node compiled once is kept, as `npm start` keeps it: a start takes two thirds of the time. */
const { NODE_COMPILE_CACHE } = process.env;
const whereCompiled = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};

/** The program as a person starts it, with nothing in its environment but what is said here. */
function run(env: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...whereCompiled, PATH: process.env.PATH ?? '', MADOGUCHI_HOME: home, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [out, err] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code: code as number | null };
  });
  return { child, out: () => out, err: () => err, ended };
}

/** The address the program prints once people may come. */
async function address({ out, err, child }: Program): Promise<string> {
  const found = () => /http:\/\/localhost:\d+/.exec(out())?.[0];
  await vi.waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(`it ended: ${err()}`);
      expect(found()).toBeDefined();
    },
    { timeout: 100_000, interval: 20 },
  );
  return found()!.replace('localhost', '127.0.0.1');
}

/** Ends a program in good order: exit code 0, nothing complained about, PostgreSQL gone. */
async function end(program: Program, signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<void> {
  program.child.kill(signal);
  program.child.kill(signal);
  expect((await program.ended).code).toBe(0);
  expect(program.err()).not.toMatch(/"level":[56]0|while stopping|^ +at /m);
  expect(runningPostmaster(data)).toBeNull();
}

/** The rows of a statement, asked of the home's own PostgreSQL behind the program's back. */
async function ask(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: join(home, 'postgres', 'run'), port: 5432, database: 'madoguchi', user: 'madoguchi' });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
const count = async (table: string) => Number((await ask(`select count(*) from ${table}`))[0]!.count);

async function post(base: string, path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  return { status: response.status, body: await response.json() };
}

describe('what keeps it from starting is said in one line', () => {
  const file = join(home, 'file');
  const broken = join(home, 'broken');
  const taken = createServer();
  const deaf = createServer();
  const portOf = (server: typeof taken) => (server.address() as AddressInfo).port;
  beforeAll(async () => {
    writeFileSync(file, '');
    mkdirSync(join(broken, 'keys'), { recursive: true });
    writeFileSync(join(broken, 'keys', 'master.key'), 'too short');
    for (const server of [taken, deaf]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
  });
  afterAll(() => {
    taken.close();
    deaf.close();
  });

  test.concurrent.each([
    ['a port that is no number', () => ({ PORT: 'abc' }), 'PORT=abc: must be a whole number from 0 to 65535'],
    ['a port in use', () => ({ PORT: String(portOf(taken)) }), /^PORT=\d+: another program is using this port$/],
    ['a home below a file', () => ({ MADOGUCHI_HOME: join(file, 'home') }), /^MADOGUCHI_HOME=.*: cannot be written \(ENOTDIR\)$/],
    ['a home where nothing can be made', () => ({ MADOGUCHI_HOME: '/proc/madoguchi' }), /^MADOGUCHI_HOME=.*: cannot be written/],
    [
      'a database address that is none',
      () => ({ DATABASE_URL: 'mysql://x:geheim@localhost/y' }),
      'DATABASE_URL: must look like postgres://name:password@host:5432/database',
    ],
    [
      'a database that refuses',
      () => ({ DATABASE_URL: 'postgres://x:geheim@127.0.0.1:1/y' }),
      'DATABASE_URL: PostgreSQL cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
    ],
    [
      'a database that says nothing',
      () => ({ DATABASE_URL: `postgres://x:geheim@127.0.0.1:${portOf(deaf)}/y` }),
      'DATABASE_URL: PostgreSQL cannot be reached: timeout expired',
    ],
    [
      'a key that is none',
      () => ({ MADOGUCHI_HOME: broken, DATABASE_URL: urlOf(empty.connection) }),
      /^The key of this installation cannot be used: .*master\.key is not a key/,
    ],
  ] as const)('%s', async (_story, env, line) => {
    const program = run(env());
    expect((await program.ended).code).toBe(1);
    expect(program.err()).toMatch(/^madoguchi: [^\n]+\n$/);
    expect(program.err().trim().replace('madoguchi: ', '')).toMatch(line);
    expect(program.out()).toBe('');
    expect(program.err()).not.toContain('geheim');
  });
});

describe('an empty installation (MADOGUCHI_DEMO=off) on a PostgreSQL of one’s own', () => {
  const env = { MADOGUCHI_DEMO: 'off', DATABASE_URL: urlOf(own.connection), MADOGUCHI_HOME: join(home, 'own') };
  const owner = { email: 'owner@new.example', password: 'himitsu-no-niwa' };

  test('asks its first visitor for the owner, makes it once, and remembers', async () => {
    const program = run(env);
    const base = await address(program);
    expect(program.out()).toContain('to create the owner of this installation');
    expect(await (await fetch(`${base}/api/setup`)).json()).toEqual({ needed: true });
    const wish = { workspaceName: '新しい店', name: '持ち主', locale: 'ja', ...owner };
    const [first, second] = await Promise.all([post(base, '/api/setup', wish), post(base, '/api/setup', wish)]);
    expect([first.status, second.status].sort()).toEqual([201, 409]);
    expect([first, second].find(({ status }) => status === 201)!.body).toMatchObject({
      agent: { role: 'owner' },
      workspace: { name: '新しい店' },
    });
    expect((await fetch(`${base}/demo`)).status).toBe(404);
    await end(program);

    const again = run(env);
    const there = await address(again);
    expect(await (await fetch(`${there}/api/setup`)).json()).toEqual({ needed: false });
    expect((await post(there, '/api/setup', wish)).body).toMatchObject({ code: 'setup.done' });
    expect((await post(there, '/api/sign-in', owner)).body).toMatchObject({ agent: { role: 'owner' } });
    expect(again.out()).not.toContain('create the owner');
    await end(again);
  });
});

/** The demo as the database holds it: everything but ids and times. */
async function demo() {
  const conversations = await ask(`
    select c.subject, c.status, c.handled_by, c.tags, c.channel, c.number::int,
      (select jsonb_agg(m.text order by m.seq) from messages m where m.conversation_id = c.id and m.mentions = '[]') as texts
    from conversations c order by c.number`);
  return {
    conversations,
    agents: await ask('select name, email, role from agents order by email'),
    teams: await ask('select name from teams order by name'),
    articles: await ask('select slug, locale, status from articles order by locale, slug'),
    canned: await count('canned_responses'),
    workspaces: await count('workspaces'),
    customers: await ask('select name from customers order by name'),
    accounts: await count('sign_in_accounts'),
    facts: await count('events'),
  };
}

/** Beside those of the cast, the demo has one that asks for something before it is put in. */
const TEXT_WITH_A_BLANK = 1;

describe('the demo', () => {
  test('whose loading is killed twice on the way is whole after the next start, and the same after one more', async () => {
    for (const [table, rows] of [
      ['agents', 2],
      ['conversations', 5],
    ] as const) {
      const program = run({});
      await vi.waitFor(async () => expect(await count(table)).toBeGreaterThanOrEqual(rows), { timeout: 60_000, interval: 5 });
      program.child.kill('SIGKILL');
      await program.ended;
      expect(await count('conversations')).toBeLessThan(stories.length);
    }
    const program = run({});
    const base = await address(program);
    const first = await demo();
    expect(first).toMatchObject({ workspaces: 1, accounts: agents.length, canned: cannedResponses.length + TEXT_WITH_A_BLANK });
    expect([first.agents.length, first.teams.length, first.articles.length]).toEqual([
      agents.length,
      teams.length,
      faqJa.length + faqEn.length,
    ]);
    const told = first.conversations.map(({ subject, status, handled_by, texts }) => ({ subject, status, handled_by, texts }));
    const cast = stories.map(({ subject, status, handledBy, lines }) => ({
      subject,
      status,
      handled_by: handledBy,
      texts: lines.map(({ text }) => text),
    }));
    const bySubject = (a: { subject: unknown }, b: { subject: unknown }) => String(a.subject).localeCompare(String(b.subject));
    expect(told.sort(bySubject)).toEqual(cast.sort(bySubject));
    const { email } = agents[0]!;
    expect((await post(base, '/api/sign-in', { email, password: demoPassword })).status).toBe(200);
    const facts = await count('events');
    await end(program, 'SIGTERM');

    const again = run({});
    await address(again);
    expect(await demo()).toEqual({ ...first, facts });
    await end(again, 'SIGINT');
  });
});

test.each([150, 900])('an end %i ms after the beginning leaves no PostgreSQL behind', async (ms) => {
  const program = run({});
  await Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), program.ended]);
  program.child.kill('SIGTERM');
  await program.ended;
  await vi.waitFor(() => expect(runningPostmaster(data)).toBeNull(), { timeout: 30_000 });
});

describe('kill -9 while customers write', () => {
  /** Visitors who write as fast as they are answered, until the program dies. Gives back what was acknowledged. */
  async function writeUntilDeath(base: string, key: string, death: Promise<unknown>, onAck: (acknowledged: number) => void) {
    let dead = false;
    void death.then(() => {
      dead = true;
    });
    const acknowledged: string[] = [];
    const inTheAir: { externalId: string; text: string; token: string }[] = [];
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { body } = await post(base, `/api/chat/${key}/session`, { locale: 'ja' });
        while (!dead) {
          const message = { externalId: randomUUID(), text: `${acknowledged.length}通目` };
          const headers = { authorization: `Bearer ${body.token}` };
          const answer = await post(base, `/api/chat/${key}/messages`, { ...message, locale: 'ja' }, headers).catch(() => null);
          if (answer?.status === 201) {
            acknowledged.push(message.externalId);
            onAck(acknowledged.length);
          } else inTheAir.push({ ...message, token: body.token });
        }
      }),
    );
    return { acknowledged, inTheAir };
  }

  const env = { MADOGUCHI_VISITOR_MESSAGES_PER_MINUTE: '100000' };
  const ids = async () => (await ask('select external_id from messages')).map((row) => String(row.external_id).split(':').at(-1)!);
  let program: Program | null = null;

  test.each(['PostgreSQL', 'the program', 'both'])('of %s loses nothing that was acknowledged', async (victim) => {
    program ??= run(env);
    const base = await address(program);
    const [inbox] = await ask(`select key from inboxes where channel = 'chat' limit 1`);
    const key = String(inbox!.key);
    const death = Promise.withResolvers<void>();
    const { acknowledged, inTheAir } = await writeUntilDeath(base, key, death.promise, (n) => {
      if (n !== 150) return;
      if (victim !== 'the program') process.kill(postmasterPid(data)!, 'SIGKILL');
      if (victim !== 'PostgreSQL') program!.child.kill('SIGKILL');
      death.resolve();
    });
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);
    if (victim !== 'PostgreSQL') {
      await program.ended;
      program = run(env);
    }
    const there = await address(program);
    await vi.waitFor(async () => expect((await fetch(`${there}/readyz`)).status).toBe(200), { timeout: 30_000 });
    const kept = new Set(await ids());
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);

    // What was in the air is sent again by the messenger under the same id: kept once, whether it had arrived or not.
    for (const { token, ...message } of inTheAir) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await post(there, `/api/chat/${key}/messages`, { ...message, locale: 'ja' }, headers)).status).toBe(201);
    }
    const afterwards = await ids();
    for (const { externalId } of inTheAir) expect(afterwards.filter((id) => id === externalId)).toHaveLength(1);

    // And the bot goes on where it was: every first question has had its turn, no fact was set aside.
    const unheard = `select m.id from messages m join conversations c on c.id = m.conversation_id where m.author_kind = 'customer' and m.seq = 1
      and c.handled_by = 'bot' and not exists (select from bot_steps s where s.asked_message_id = m.id)`;
    await vi.waitFor(async () => expect(await ask(unheard)).toEqual([]), { timeout: 30_000 });
    expect(await count('event_failures')).toBe(0);
  });

  test('and it ends as well as ever', () => end(program!));
});
