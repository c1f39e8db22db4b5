import { hostname } from 'node:os';
import type { Platform } from '../../../platform/ctx.ts';
import { openLeases } from '../../../platform/lanes/leases.ts';
import type { Receiver } from './receiver.ts';

const LEASE_MS = 30_000;
const RENEW_MS = 5000;
const NAME = 'mail-receiver:';

type Database = Pick<Platform, 'db'>;

/** A door for mail. `certificateEnds`: null where it has none. */
export type Standing = { where: string; certificateEnds: Date | null };

/**
 * Says, for as long as it stands, that this process takes mail, and until when its certificate is good: other processes judge by it how inboxes
 * are. A process that dies is silent.
 */
export async function keepStanding(
  { db }: Database,
  { port, certificateEnds }: Pick<Receiver, 'port' | 'certificateEnds'>,
): Promise<{ stop: () => Promise<void> }> {
  const where = `${hostname()}:${port}`;
  const name = `${NAME}${where}`;
  let said = '';
  const release = () => openLeases(db, said).release(name);
  const renew = async () => {
    const saying = [where, certificateEnds()?.toISOString()].filter(Boolean).join(' ');
    if (saying !== said) await release();
    said = saying;
    await openLeases(db, saying).take(name, LEASE_MS);
  };
  // A database that is away says it the next time.
  let renewing = renew().catch(() => {});
  await renewing;
  const timer = setInterval(() => {
    renewing = renewing.then(renew).catch(() => {});
  }, RENEW_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await renewing;
      await release().catch(() => {});
    },
  };
}

/** Where this installation takes mail; null when no process does. */
export async function standingReceiver({ db }: Database): Promise<Standing | null> {
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
  const [where, ends] = row?.holder.split(' ') ?? [];
  return where ? { where, certificateEnds: ends ? new Date(ends) : null } : null;
}
