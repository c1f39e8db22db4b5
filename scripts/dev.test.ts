import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeProject } from './tiny-project.ts';

let project: ReturnType<typeof makeProject>;
let dev: ChildProcess;
let said: string;

const server = (version: string) => `
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log('${version} closed'); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('${version} serving', process.pid);`;

beforeEach(() => {
  project = makeProject();
  project.write('apps/server/main.ts', server('first'));
  said = '';
  dev = spawn(process.execPath, [project.script('dev.mjs')], { env: project.env(), stdio: ['ignore', 'pipe', 'inherit'] });
  dev.stdout!.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
});
afterEach(async () => {
  if (dev.exitCode === null && dev.kill('SIGTERM')) await once(dev, 'exit');
  project.remove();
});

const hears = (words: RegExp) => expect.poll(() => said, { timeout: 15_000 }).toMatch(words);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the server is started again when its code changes, and one Ctrl-C ends it and every watcher', async () => {
  await hears(/first serving/);
  await hears(/watching/);
  project.write('apps/server/main.ts', server('second'));
  await hears(/first closed.*second serving/s);

  dev.kill('SIGINT');
  await once(dev, 'exit');
  expect(said).toMatch(/second closed/);
  const pids = [...said.matchAll(/(?:serving|watching) (\d+)/g)].map((match) => Number(match[1]));
  expect(pids).toHaveLength(3);
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
});
