import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const fakeNpm = `
  import { mkdirSync, symlinkSync, copyFileSync, writeFileSync } from 'node:fs';
  if (process.env.LOCK_IS_ODD && process.argv[2] === 'ci') { console.error('package.json and package-lock.json are in sync? No.'); process.exit(1); }
  if (process.env.NPM_FAILS) { console.error('npm error 404'); process.exit(1); }
  mkdirSync('node_modules/.bin', { recursive: true });
  mkdirSync('node_modules/vite/bin', { recursive: true });
  symlinkSync(process.execPath, 'node_modules/.bin/node');
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
  copyFileSync('fake-vite.js', 'node_modules/vite/bin/vite.js');`;

const fakeVite = `
  const { mkdirSync, writeFileSync, readFileSync, rmSync } = require('node:fs');
  const source = readFileSync('src/main.ts', 'utf8');
  if (source.includes('mistake')) { console.error('main.ts: there is a mistake'); process.exit(1); }
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
  writeFileSync('dist/main.js', source);
  if (process.argv.includes('--watch')) { console.log('watching', process.pid); setInterval(() => {}, 1000); }`;

/** A project as small as the scripts allow: a screen, a server, and stand-ins for npm and Vite that write down what they did. */
export function makeProject() {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-project-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const lockfile = (packages: object) => write('package-lock.json', JSON.stringify({ packages }));
  const env = (extra = {}) => ({ ...process.env, npm_execpath: join(folder, 'npm-cli.js'), ...extra });
  const script = (name: string) => join(folder, 'scripts', name);

  /** Runs `npm start` to its end; times in what it printed read `N s`. */
  function start({ args = [] as string[], extra = {} } = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script('start.mjs'), ...args], { env: env(extra), encoding: 'utf8' });
    const lines = stdout.trim().replace(/\d+\.\d s/g, 'N s');
    return { status, lines: lines.split('\n'), stderr };
  }

  cpSync(import.meta.dirname, join(folder, 'scripts'), { recursive: true });
  write('npm-cli.js', fakeNpm);
  write('fake-vite.js', fakeVite);
  write('package.json', '{ "type": "module" }');
  write('node_modules/vite/package.json', '{ "type": "commonjs" }');
  write('packages/words/ja.json', '{}');
  write('apps/desk/vite.config.ts', '');
  write('apps/desk/src/main.ts', 'first');
  write('apps/server/main.ts', 'const code: number = 7; console.log("served", process.argv.slice(2).join()); process.exitCode = code;');
  lockfile({ '': {}, 'node_modules/vite': { version: '1.0.0' } });
  return { folder, write, lockfile, env, script, start, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
