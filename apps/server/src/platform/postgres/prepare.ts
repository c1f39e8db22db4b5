import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import type { Place } from './place.ts';
import { PostgresError } from './postgres.errors.ts';

/** Makes the home folder and proves that it can be written. */
export function prepareHome(home: string): void {
  const probe = join(home, `.writable-${process.pid}`);
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw refusal(home, error);
  }
}

/** Makes the folders of a place with the right owner and mode; repeated calls change nothing. */
export function preparePlace(home: string, place: Place): void {
  try {
    if (place.needsLink) {
      mkdirSync(dirname(place.root), { recursive: true });
      chmodSync(dirname(place.root), 0o755);
    }
    privateFolder(place.root, place.account);
    privateFolder(place.sockets, place.account);
    if (place.needsLink) symlinkSync(place.root, join(home, 'postgres'));
    // Data restored by root from a backup belong to root, which PostgreSQL refuses.
    if (place.account && existsSync(place.data) && statSync(place.data).uid === 0) giveTo(place.account, place.data);
  } catch (error) {
    throw refusal(place.root, error);
  }
}

/** The major version that wrote the data, or null where there are none yet. */
export function dataVersion(data: string): number | null {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}

function privateFolder(path: string, account: Account | null): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(path, { mode: 0o700 });
    if (account) chownSync(path, account.uid, account.gid);
  }
  const stats = lstatSync(path);
  const uid = account?.uid ?? process.getuid?.() ?? stats.uid;
  // In /tmp anybody could have made this folder first, to put himself between us and the database.
  if (!stats.isDirectory() || (stats.uid !== uid && stats.uid !== 0)) {
    throw new PostgresError('home.not_writable', `${path} is not ours (it belongs to uid ${stats.uid}): remove it and start again.`);
  }
  if (account && stats.uid !== uid) chownSync(path, account.uid, account.gid);
  if ((stats.mode & 0o777) !== 0o700) chmodSync(path, 0o700);
}

function giveTo(account: Account, path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (stats.isDirectory()) for (const name of readdirSync(path)) giveTo(account, join(path, name));
}

function refusal(path: string, error: unknown): PostgresError {
  if (error instanceof PostgresError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new PostgresError('postgres.disk_full', `The disk is full: ${path} cannot be written.`, error);
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOENT: 'the folder cannot be made (a read-only file system, or a link that leads nowhere)',
    ENOTDIR: 'something on the way is a file, not a folder',
    EEXIST: 'it is a file, not a folder',
  };
  return new PostgresError(
    'home.not_writable',
    `${path} cannot be written: ${reasons[code] ?? message}. Set MADOGUCHI_HOME to a folder that can.`,
    error,
  );
}
