import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const START_WITHIN_MS = 90_000;

export type Product = {
  /** Origin without a slash at the end. */
  base: string;
  home: string;
  /** SIGKILL: nothing can be tidied up. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** SIGTERM, as Ctrl-C does; the home stays. */
  quit: () => Promise<void>;
  /** Quits and forgets the home. */
  stop: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

/** An empty home, or a copy of one that stands still. The account under which root runs PostgreSQL must be able to enter it. */
function makeHome(likeHome: string | undefined): string {
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-e2e-'));
  chmodSync(home, 0o755);
  if (likeHome) execFileSync('cp', ['-a', `${likeHome}/.`, home]);
  return home;
}

/** The whole product as its own process, in a home of its own, as `npm start` runs it. It can be killed and started again. */
export async function startProduct({ env = {}, likeHome }: { env?: Record<string, string>; likeHome?: string } = {}): Promise<Product> {
  const home = makeHome(likeHome);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    let errors = '';
    const started = spawn(process.execPath, [join(root, 'apps/server/main.ts')], {
      cwd: root,
      env: { ...process.env, MADOGUCHI_HOME: home, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    started.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const until = Date.now() + START_WITHIN_MS;
    while (!(await isReady(base))) {
      if (started.exitCode !== null || Date.now() > until) throw new Error(`the product did not start:\n${errors}`);
      await pause(50);
    }
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  const quit = () => end('SIGTERM');
  await start();
  return {
    base,
    home,
    start,
    quit,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await quit();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const isReady = (base: string): Promise<boolean> =>
  fetch(`${base}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
