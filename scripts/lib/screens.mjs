import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compressFolder } from './compress.mjs';
import { hashOf } from './hash.mjs';
import { at } from './root.mjs';
import { capture } from './run.mjs';
import { findNode } from './runtime.mjs';
import { Failure, timed } from './say.mjs';

/** The apps that Vite builds for the browser. */
export const screens = () =>
  readdirSync(at('apps'))
    .filter((name) => existsSync(at('apps', name, 'vite.config.ts')))
    .sort();

export const viteCommand = (...args) => [at('node_modules', 'vite', 'bin', 'vite.js'), ...args];

/** Builds the screens whose sources changed since they were last built; does and prints nothing when none has. */
export async function buildScreens({ force = false } = {}) {
  const stale = screens()
    .map((name) => ({ name, hash: hashOf([at('apps', name), at('packages'), at('package-lock.json')]) }))
    .filter(({ name, hash }) => force || !isBuiltFrom(name, hash));
  if (stale.length === 0) return;
  await timed(`Building ${stale.map(({ name }) => name).join(', ')}`, async () => {
    const failures = (await Promise.all(stale.map(build))).filter((failure) => failure !== null);
    if (failures.length > 0) {
      const names = failures.map(({ name }) => name).join(', ');
      throw new Failure(`Building ${names} failed.`, failures.map(({ name, output }) => `--- ${name}\n${output.trim()}`).join('\n'));
    }
  });
}

const stampOf = (name) => at('apps', name, 'dist', '.built-from');

const isBuiltFrom = (name, hash) => existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === hash;

async function build({ name, hash }) {
  const { code, output } = await capture(findNode(), viteCommand('build', '--logLevel', 'warn'), {
    cwd: at('apps', name),
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) return { name, output };
  mkdirSync(at('apps', name, 'dist'), { recursive: true });
  await compressFolder(at('apps', name, 'dist'));
  writeFileSync(stampOf(name), hash);
  return null;
}
