import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { at } from './root.mjs';
import { capture } from './run.mjs';
import { timed } from './say.mjs';

const place = at('node_modules', '.madoguchi', 'edict');
const file = at('node_modules', '.madoguchi', 'edict', 'usr', 'share', 'edict', 'edict');
/** Nobody waits longer for something that can be done without. */
const PATIENCE_MS = 60_000;
/** Offline, it is not tried again at every start. */
const tried = at('node_modules', '.madoguchi', 'edict', 'tried');

/**
 * The Japanese-English dictionary by which English questions find Japanese articles: EDICT of the Electronic Dictionary Research and
 * Development Group (CC BY-SA), taken from Debian's package `edict` and never part of this project. Where that cannot be had, everything
 * works but such questions; `MADOGUCHI_DICTIONARY` names a file of one's own.
 */
export async function fetchDictionary() {
  const isThere = process.env.MADOGUCHI_DICTIONARY || existsSync(file) || existsSync('/usr/share/edict/edict');
  if (isThere || existsSync(tried) || !existsSync('/usr/bin/apt-get')) return;
  const fetched = await timed('Fetching the Japanese-English dictionary', fetchFromDebian);
  if (!fetched)
    console.log(
      'It could not be fetched: English questions will not find Japanese articles. Install the package edict, or see docs/dictionary.md.',
    );
}

async function fetchFromDebian() {
  mkdirSync(place, { recursive: true });
  writeFileSync(tried, '');
  const download = () => capture('apt-get', ['download', 'edict'], { cwd: place, timeout: PATIENCE_MS });
  if ((await download()).code !== 0) {
    if (process.getuid?.() !== 0) return false;
    await capture('apt-get', ['update'], { timeout: PATIENCE_MS });
    if ((await download()).code !== 0) return false;
  }
  const name = readdirSync(place).find((one) => one.endsWith('.deb'));
  if (name === undefined || (await capture('dpkg-deb', ['-x', name, '.'], { cwd: place })).code !== 0) return false;
  rmSync(at('node_modules', '.madoguchi', 'edict', name));
  return true;
}
