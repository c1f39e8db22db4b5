import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, accountOf } from './account.ts';
import { PostgresError } from './postgres.errors.ts';
import { canEnter } from './reach.ts';

/** Where everything of one embedded PostgreSQL lies, and who runs it. */
export type Place = {
  /** Owned by the account, 0700; holds data/, run/ and postgres.log. */
  root: string;
  data: string;
  /** Folder of the Unix socket. */
  sockets: string;
  logFile: string;
  /** null: PostgreSQL runs as this very process does. */
  account: Account | null;
  /** home/postgres must become a link to `root`, which lies elsewhere. */
  needsLink: boolean;
};

type Wish = {
  /** Must exist. */
  home: string;
  /** uid of this process; 0 is root. */
  uid: number;
  /** Asked only when root has no data yet. */
  systemAccount: () => Account;
  /** Where data go that the account could not reach under `home`. */
  shelter: string;
};

/** Longest path of a Unix socket on macOS (Linux allows 107), less the socket's own name. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length;

/**
 * Decides the place without changing anything. Existing data always win: home/postgres, or where it leads; they run under their
 * owner's account. New data lie in home/postgres if the account can go there (inside /root it cannot), else in the shelter.
 */
export function decidePlace({ home, uid, systemAccount, shelter }: Wish): Place {
  const own = join(realpathSync(home), 'postgres');
  const hash = createHash('sha256').update(own).digest('hex').slice(0, 12);
  const found = existingRoot(own);
  const account = uid === 0 ? (found === null ? systemAccount() : ownerOf(found, systemAccount)) : null;
  if (found !== null) return place(found, hash, checked(found, uid, account), false);
  if (account === null || canEnter(home, account)) return place(own, hash, account, false);
  return place(join(shelter, hash), hash, account, true);
}

function existingRoot(own: string): string | null {
  const stats = lstatSync(own, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (!stats.isSymbolicLink()) return own;
  const target = resolve(own, '..', readlinkSync(own));
  // Starting empty here would look like losing everything; only the owner knows where the data went.
  if (!existsSync(target))
    throw new PostgresError(
      'postgres.data_unreachable',
      `${own} leads to ${target}, which is gone. Put the data back, or remove the link to start empty.`,
    );
  return target;
}

function ownerOf(root: string, systemAccount: () => Account): Account {
  const stats = statSync(root);
  return stats.uid === 0 ? systemAccount() : accountOf(stats.uid, stats.gid);
}

function checked(root: string, uid: number, account: Account | null): Account | null {
  const owner = statSync(root).uid;
  if (account === null && owner !== uid) {
    throw new PostgresError('postgres.data_unreachable', `${root} belongs to uid ${owner}: start Madoguchi as root or as that account.`);
  }
  if (account !== null && !canEnter(join(root, '..'), account)) {
    throw new PostgresError(
      'postgres.data_unreachable',
      `PostgreSQL runs as ${account.name}, which cannot enter ${root}: allow it (chmod o+x) on the folders above.`,
    );
  }
  return account;
}

function place(root: string, hash: string, account: Account | null, needsLink: boolean): Place {
  const near = join(root, 'run');
  const sockets = Buffer.byteLength(near) <= longestSocketFolder ? near : `/tmp/madoguchi-${hash}`;
  return { root, data: join(root, 'data'), sockets, logFile: join(root, 'postgres.log'), account, needsLink };
}
