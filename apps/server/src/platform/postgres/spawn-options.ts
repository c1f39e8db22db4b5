import type { Account } from './account.ts';

/** How every PostgreSQL program is started: as the account, from a folder it can enter, and blind to PG* variables and the locale. */
export function spawnOptions(account: Account | null) {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  // detached: a process group of its own, so that Ctrl-C in a terminal reaches us alone and we decide when the database stops.
  return { ...identity, cwd: '/', detached: true, env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' } };
}
