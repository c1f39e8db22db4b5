import { execFileSync } from 'node:child_process';
import { PostgresError } from './postgres.errors.ts';

/** Under which uid and gid PostgreSQL runs and owns its data. */
export type Account = { uid: number; gid: number; name: string };

const name = 'madoguchi';

/**
 * The account for PostgreSQL when this process is root: `madoguchi`, made on first use; `nobody` where no account can be made.
 * initdb insists on an account with a name, so a bare uid is not enough.
 */
export function systemAccount(): Account {
  return lookUp(name) ?? make() ?? lookUp('nobody') ?? refuse();
}

/** The account of a uid, for data that somebody else's Madoguchi (another machine's, an older container's) wrote. */
export function accountOf(uid: number, gid: number): Account {
  return { uid, gid, name: `uid ${uid}` };
}

function lookUp(account: string): Account | undefined {
  try {
    const uid = Number(execFileSync('id', ['-u', account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    const gid = Number(execFileSync('id', ['-g', account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid, gid, name: account };
  } catch {
    return undefined;
  }
}

function make(): Account | undefined {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', [...options, name], { stdio: 'ignore' });
  } catch {
    // No useradd, a read-only /etc, or somebody made the account at the same moment: the look-up decides.
  }
  return lookUp(name);
}

function refuse(): never {
  throw new PostgresError(
    'postgres.no_account',
    'PostgreSQL must not run as root, and no other account can be made here: add a system account named "madoguchi", or start as another account.',
  );
}
