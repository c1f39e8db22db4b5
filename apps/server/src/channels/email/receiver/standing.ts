import { hostname } from 'node:os';
import type { Platform } from '../../../platform/ctx.ts';
import { openLeases } from '../../../platform/lanes/leases.ts';

const LEASE_MS = 30_000;
const NAME = 'mail-receiver:';

type Database = Pick<Platform, 'db'>;

/**
 * Says, for as long as it stands, that this process takes mail: other processes judge by it how inboxes are. A process that dies is silent.
 * @param port the one it listens on
 */
export async function keepStanding({ db }: Database, port: number): Promise<{ stop: () => Promise<void> }> {
  const where = `${hostname()}:${port}`;
  const leases = openLeases(db, where);
  const name = `${NAME}${where}`;
  // A database that is away says it the next time.
  const renew = () => leases.take(name, LEASE_MS).catch(() => false);
  await renew();
  const timer = setInterval(renew, LEASE_MS / 3);
  return {
    stop: async () => {
      clearInterval(timer);
      await leases.release(name).catch(() => {});
    },
  };
}

/** Where this installation takes mail, as `machine:port`; null when no process does. */
export async function standingReceiver({ db }: Database): Promise<string | null> {
  const row = await db.directory((tx) =>
    tx
      .selectFrom('leases')
      .select('holder')
      .where('name', 'like', `${NAME}%`)
      .where('until', '>', (eb) => eb.fn<Date>('now'))
      .orderBy('name')
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.holder ?? null;
}
