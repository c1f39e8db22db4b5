import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const START_WITHIN_MS = 60_000;

export type Product = { base: string; home: string; kill: () => Promise<void>; start: () => Promise<void>; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

/** The whole product as its own process, in a home of its own, as `npm start` runs it. It can be killed and started again. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-e2e-'));
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
    while (!(await fetch(`${base}/readyz`).then(({ ok }) => ok, () => false))) {
      if (started.exitCode !== null || Date.now() > until) throw new Error(`the product did not start:\n${errors}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  await start();
  return {
    base,
    home,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
