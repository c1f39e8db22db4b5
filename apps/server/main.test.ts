import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { agents, demoPassword, teams } from '../../fixtures/agents.ts';
import { cannedResponses } from '../../fixtures/canned-responses.ts';
import { stories } from '../../fixtures/conversations.ts';
import { faqEn } from '../../fixtures/faq/en.ts';
import { faqJa } from '../../fixtures/faq/ja.ts';
import { postmasterPid, runningPostmaster, stopPostmaster } from './src/platform/postgres/leftover.ts';

/** One home for the whole file, as in life: whatever happened before, the next start must work. */
const home = mkdtempSync(join(tmpdir(), 'madoguchi-home-'));
chmodSync(home, 0o755);
const data = join(home, 'postgres', 'data');
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(async () => {
  const left = runningPostmaster(data);
  if (left !== null) await stopPostmaster(left, data);
  rmSync(home, { recursive: true, force: true });
});

type Program = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<{ code: number | null; afterMs: number }> };

/** The program as a person starts it, with nothing in its environment but what is said here. */
function run(env: Record<string, string>): Program {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env.PATH ?? '', MADOGUCHI_HOME: home, PORT: '0', HOST: '127.0.0.1', ...env },
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
    return { code: code as number | null, afterMs: performance.now() - started };
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
    { timeout: 30_000, interval: 20 },
  );
  return found()!.replace('localhost', '127.0.0.1');
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
  const taken = createServer();
  const deaf = createServer();
  const portOf = (server: typeof taken) => (server.address() as AddressInfo).port;
  beforeAll(async () => {
    writeFileSync(file, '');
    for (const server of [taken, deaf]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
  });
  afterAll(() => {
    taken.close();
    deaf.close();
  });
  const key = join(home, 'broken');

  test.each([
    ['a port that is no number', () => ({ PORT: 'abc' }), 'PORT=abc: must be a whole number from 0 to 65535'],
    ['a port that cannot be', () => ({ PORT: '70000' }), 'PORT=70000: must be a whole number from 0 to 65535'],
    ['a port in use', () => ({ PORT: String(portOf(taken)) }), /^PORT=\d+: another program is using this port$/],
    ['a home below a file', () => ({ MADOGUCHI_HOME: join(file, 'home') }), /^MADOGUCHI_HOME=.*: cannot be written \(ENOTDIR\)$/],
    ['a home that is a file', () => ({ MADOGUCHI_HOME: file }), /^MADOGUCHI_HOME=.*: cannot be written/],
    ['a home where nothing can be made', () => ({ MADOGUCHI_HOME: '/proc/madoguchi' }), /^MADOGUCHI_HOME=.*: cannot be written/],
    ['a switch that is neither on nor off', () => ({ MADOGUCHI_DEMO: 'maybe' }), 'MADOGUCHI_DEMO=maybe: must be one of on, off'],
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
      'a database whose host does not exist',
      () => ({ DATABASE_URL: 'postgres://x:geheim@nowhere.invalid/y' }),
      /^DATABASE_URL: PostgreSQL cannot be reached: getaddrinfo .*nowhere\.invalid$/,
    ],
    [
      'a database that says nothing',
      () => ({ DATABASE_URL: `postgres://x:geheim@127.0.0.1:${portOf(deaf)}/y` }),
      'DATABASE_URL: PostgreSQL cannot be reached: timeout expired',
    ],
  ] as const)('%s', async (_story, env, line) => {
    const program = run(env());
    const { code, afterMs } = await program.ended;
    expect(program.err()).toMatch(/^madoguchi: [^\n]+\n$/);
    const said = program.err().trim().replace('madoguchi: ', '');
    if (typeof line === 'string') expect(said).toBe(line);
    else expect(said).toMatch(line);
    expect([code, program.out()]).toEqual([1, '']);
    expect(program.err()).not.toContain('geheim');
    expect(afterMs).toBeLessThan(25_000);
  });

  test('a key that is none', async () => {
    mkdirSync(join(key, 'keys'), { recursive: true });
    writeFileSync(join(key, 'keys', 'master.key'), 'too short');
    const database = 'postgres://x@127.0.0.1:1/y';
    const program = run({ MADOGUCHI_HOME: key, DATABASE_URL: database });
    expect((await program.ended).code).toBe(1);
  });
});

/** The demo as the database holds it: everything but ids and times. */
async function demo() {
  const conversations = await ask(`
    select c.subject, c.status, c.handled_by, c.tags, c.channel, c.number::int,
      (select jsonb_agg(m.text order by m.seq) from messages m where m.conversation_id = c.id) as texts
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

describe('the demo', () => {
  test('whose loading is killed twice on the way is whole after the next start, and the same after one more', async () => {
    for (const [table, rows] of [
      ['agents', 2],
      ['conversations', 5],
    ] as const) {
      const program = run({});
      await vi.waitFor(async () => expect(await count(table)).toBeGreaterThanOrEqual(rows), { timeout: 30_000, interval: 5 });
      program.child.kill('SIGKILL');
      await program.ended;
      expect(await count('conversations')).toBeLessThan(stories.length);
    }
    const program = run({});
    const base = await address(program);
    const first = await demo();
    expect(first).toMatchObject({ workspaces: 1, accounts: agents.length, canned: cannedResponses.length });
    expect([first.agents.length, first.teams.length, first.articles.length]).toEqual([
      agents.length,
      teams.length,
      faqJa.length + faqEn.length,
    ]);
    expect(first.conversations.map(({ subject, status, handled_by }) => [subject, status, handled_by]).sort()).toEqual(
      stories.map(({ subject, status, handledBy }) => [subject, status, handledBy]).sort(),
    );
    for (const story of stories) {
      const found = first.conversations.find(({ subject }) => subject === story.subject)!;
      expect(found.texts, story.subject).toEqual(story.lines.map(({ text }) => text));
    }
    for (const { email } of agents) expect((await post(base, '/api/sign-in', { email, password: demoPassword })).status).toBe(200);
    const signedIn = await count('events');
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);

    const again = run({});
    await address(again);
    expect(await demo()).toEqual({ ...first, facts: signedIn });
    again.child.kill('SIGINT');
    expect((await again.ended).code).toBe(0);
  });
});

describe('an end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s closes what is open, takes PostgreSQL along and is no failure', async (signal) => {
    const program = run({});
    const base = await address(program);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    const endless = fetch(`${base}/healthz`, { method: 'GET', keepalive: true });
    await endless;
    expect(runningPostmaster(data)).not.toBeNull();
    program.child.kill(signal);
    program.child.kill(signal);
    expect((await program.ended).code).toBe(0);
    expect(runningPostmaster(data)).toBeNull();
    expect(program.err()).toBe('');
  });

  test.each([100, 700, 1500])('that comes %i ms after the beginning leaves nothing behind', async (ms) => {
    const program = run({});
    const patience = new Promise((resolve) => setTimeout(resolve, ms));
    await Promise.race([patience, program.ended]);
    program.child.kill('SIGTERM');
    await program.ended;
    await vi.waitFor(() => expect(runningPostmaster(data)).toBeNull(), { timeout: 10_000 });
  });
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

  test.each(['the program', 'PostgreSQL', 'both'])('of %s loses nothing that was acknowledged', async (victim) => {
    const unlimited = { MADOGUCHI_VISITOR_MESSAGES_PER_MINUTE: '100000' };
    const program = run(unlimited);
    const base = await address(program);
    const [inbox] = await ask(`select key from inboxes where channel = 'chat' limit 1`);
    const { promise: death, resolve: dies } = Promise.withResolvers<void>();
    const { acknowledged, inTheAir } = await writeUntilDeath(base, String(inbox!.key), death, (n) => {
      if (n !== 150) return;
      if (victim !== 'the program') process.kill(postmasterPid(data)!, 'SIGKILL');
      if (victim !== 'PostgreSQL') program.child.kill('SIGKILL');
      dies();
    });
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);
    if (victim !== 'PostgreSQL') await program.ended;

    const next = victim === 'PostgreSQL' ? program : run(unlimited);
    const again = await address(next);
    await vi.waitFor(async () => expect((await fetch(`${again}/readyz`)).status).toBe(200), { timeout: 20_000 });
    const kept = (await ask('select external_id from messages')).map(({ external_id }) => String(external_id).split(':').at(-1)!);
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);

    // What was in the air is sent again by the messenger under the same id: kept once, whether it had arrived or not.
    for (const { token, ...message } of inTheAir) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await post(again, `/api/chat/${inbox!.key}/messages`, { ...message, locale: 'ja' }, headers);
      expect(answer.status).toBe(201);
    }
    const afterwards = (await ask('select external_id from messages')).map(({ external_id }) => String(external_id).split(':').at(-1)!);
    for (const { externalId } of inTheAir) expect(afterwards.filter((id) => id === externalId)).toHaveLength(1);
    // And the bot goes on where it was.
    await vi.waitFor(
      async () =>
        expect(
          await ask(`select m.id from messages m join conversations c on c.id = m.conversation_id
            where m.author_kind = 'customer' and m.seq = 1 and c.handled_by = 'bot' and not exists (select from bot_steps s where s.asked_message_id = m.id)`),
        ).toEqual([]),
      { timeout: 20_000 },
    );
    expect(await count('event_failures')).toBe(0);
    next.child.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });
});
