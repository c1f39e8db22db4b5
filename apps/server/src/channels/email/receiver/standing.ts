import { hostname } from 'node:os';
import type { Platform } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/db.ts';
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
export const standingReceiver = async ({ db }: Database): Promise<Standing | null> => (await db.directory(standingReceivers))[0] ?? null;

/** Every door for mail that stands. In a transaction of the directory. */
export async function standingReceivers(tx: Tx): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('leases')
    .select('holder')
    .where('name', 'like', `${NAME}%`)
    .where('until', '>', (eb) => eb.fn<Date>('now'))
    .orderBy('name')
    .execute();
  return rows.map(({ holder }) => {
    const [where = '', ends] = holder.split(' ');
    return { where, certificateEnds: ends ? new Date(ends) : null };
  });
}

/** When the first of their certificates ends; null where none has one. In a transaction of the directory. */
export async function firstCertificateEnd(tx: Tx): Promise<Date | null> {
  const ends = (await standingReceivers(tx)).flatMap(({ certificateEnds }) => certificateEnds?.getTime() ?? []);
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}
