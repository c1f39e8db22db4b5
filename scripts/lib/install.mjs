import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fetchDictionary } from './dictionary.mjs';
import { hashOf } from './hash.mjs';
import { at, root } from './root.mjs';
import { capture } from './run.mjs';
import { Failure, timed } from './say.mjs';

const lock = at('package-lock.json');
const stamp = at('node_modules', '.madoguchi-stamp');

/** Makes node_modules what package-lock.json says and sees that the dictionary is there; does and prints nothing when all is well. */
export async function install() {
  await installPackages();
  await fetchDictionary();
}

async function installPackages() {
  if (isStamped()) return;
  if (!isInstalled()) await timed('Installing packages', run);
  // Without a lockfile npm has just written one; without node_modules there is nothing to stamp.
  if (existsSync(at('node_modules')) && existsSync(lock)) writeFileSync(stamp, hashOf([lock]));
}

function isStamped() {
  return (
    existsSync(stamp) &&
    existsSync(lock) &&
    existsSync(at('node_modules', '.bin', 'node')) &&
    readFileSync(stamp, 'utf8') === hashOf([lock])
  );
}

/** Compares the lockfile with npm's own record of what it installed, so that packages added by hand do not cause a second installation. */
function isInstalled() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(lock) || !existsSync(record)) return false;
  const installed = read(record);
  return Object.entries(read(lock)).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

async function run() {
  if (!existsSync(lock)) return void (await npm('install'));
  const { code, output } = await npm('ci', { mayFail: true });
  if (code === 0) return;
  // A lockfile without entries for other machines' packages is refused by `npm ci`; `npm install` takes from it what it has.
  if (!output.includes('are in sync')) throw new Failure(`npm ci failed (exit code ${code}).`, output);
  await npm('install', { options: ['--no-save'] });
}

async function npm(command, { options = [], mayFail = false } = {}) {
  // npm tells its scripts where it lies; started without npm, the one in PATH serves.
  const cli = process.env.npm_execpath ?? '';
  const [program, args] = /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  const result = await capture(program, [...args, command, '--no-audit', '--no-fund', ...options], { cwd: root });
  if (result.code !== 0 && !mayFail) throw new Failure(`npm ${command} failed (exit code ${result.code}).`, result.output);
  return result;
}
