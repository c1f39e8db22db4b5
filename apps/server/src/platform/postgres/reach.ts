import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

/** Whether an account may enter a folder: it needs the x bit on the folder and on everything above it. Access lists are not looked at. */
export function canEnter(folder: string, account: Account): boolean {
  let path = realpathSync(folder);
  for (;;) {
    if (!mayExecute(statSync(path), account)) return false;
    if (path === dirname(path)) return true;
    path = dirname(path);
  }
}

/** Whether the mode bits let an account enter (a folder) or run (a file). */
export function mayExecute(stats: Pick<Stats, 'uid' | 'gid' | 'mode'>, account: Account): boolean {
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}
