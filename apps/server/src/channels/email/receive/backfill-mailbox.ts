import { setTimeout as wait } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { BackfillWish } from '../../backfill/backfill.queries.ts';
import type { Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { fetchMails } from './fetch-mails.ts';
import { isFolderGone } from './mailbox-errors.rules.ts';
import type { MailboxLimits } from './mailbox-limits.ts';

type Reading = {
  client: ImapFlow;
  call: Call;
  hear: Hear;
  folders: readonly string[];
  isOver: () => boolean;
  /** Sees to what came meanwhile. */
  between: () => Promise<void>;
  limits: Pick<MailboxLimits, 'atOnce' | 'lookMs'>;
};
type Found = { folder: string; uidValidity: string; uids: number[] };

/** What lies in wait to be read before more is fetched: new mail must not stand behind ten thousand old ones. */
const MOST_WAITING = 100;
const REST_MS = 200;

/**
 * Reads in what a period left in the folders, a bounded batch at a time, new mail in between. Cut off, it goes on with the folder and mail it
 * had come to; what was read before is known by its own name. A folder that is gone ends it, with the reason written down.
 */
export async function backfillMailbox(reading: Reading, wish: BackfillWish): Promise<void> {
  const { hear, folders, limits } = reading;
  const all: Found[] = [];
  for (const folder of folders) {
    const found = await inFolder(reading, wish, folder, () => search(reading.client, folder, wish));
    if (!found) return;
    all.push(found);
  }
  const found = all.reduce((sum, { uids }) => sum + uids.length, 0);
  const at = all.findIndex(({ folder, uidValidity }) => folder === wish.folder && uidValidity === wish.uidValidity);
  // Numbered anew, or no longer chosen: counted from the beginning, though nothing comes in twice.
  let taken = at < 0 ? 0 : wish.taken;
  let lookedAt = Date.now();
  for (const { folder, uidValidity, uids } of all.slice(Math.max(0, at))) {
    const left = folder === wish.folder && at >= 0 ? uids.filter((uid) => uid > wish.lastUid) : uids;
    for (let next = 0; next < left.length; next += limits.atOnce) {
      const batch = left.slice(next, next + limits.atOnce);
      if (!(await inFolder(reading, wish, folder, () => takeBatch(reading, { folder, uidValidity }, batch)))) return;
      taken += batch.length;
      const goesOn = await hear.backfilled(wish.id, { folder, uidValidity, lastUid: batch.at(-1)!, taken, found, done: false });
      if (!goesOn || reading.isOver()) return;
      if (Date.now() - lookedAt >= Math.min(limits.lookMs, 15_000)) {
        await reading.between();
        lookedAt = Date.now();
      }
      while (!reading.isOver() && (await hear.backlog()) > MOST_WAITING) await wait(REST_MS);
      if (reading.isOver()) return;
    }
  }
  const last = all.at(-1)!;
  await hear.backfilled(wish.id, { ...last, lastUid: last.uids.at(-1) ?? 0, taken, found, done: true });
}

/** Does something with a folder; when it is gone that is written down. @returns null then */
async function inFolder<R>({ hear }: Reading, wish: BackfillWish, folder: string, work: () => Promise<R>): Promise<R | null> {
  try {
    return await work();
  } catch (error) {
    if (!isFolderGone(error)) throw error;
    await hear.backfillFailed(wish.id, 'folder_missing', folder);
    return null;
  }
}

async function search(client: ImapFlow, folder: string, { since, until }: BackfillWish): Promise<Found> {
  const lock = await client.getMailboxLock(folder);
  try {
    // Days only (RFC 9051, 6.4.4): BEFORE leaves its own day out.
    const uids = await client.search({ since, before: new Date(until.getTime() + 24 * 3_600_000) }, { uid: true });
    const uidValidity = client.mailbox ? String(client.mailbox.uidValidity) : '';
    return { folder, uidValidity, uids: (uids || []).sort((a, b) => a - b) };
  } finally {
    lock.release();
  }
}

type InFolder = { folder: string; uidValidity: string };

async function takeBatch({ client, call, hear }: Reading, place: InFolder, batch: readonly number[]): Promise<true> {
  const lock = await client.getMailboxLock(place.folder);
  try {
    // Numbered anew since it was looked through: these numbers are of other mails now. It begins again with the next connection.
    if (!client.mailbox || String(client.mailbox.uidValidity) !== place.uidValidity) throw new Error(`${place.folder} was numbered anew`);
    await fetchMails(client, hear, { ...place, isPast: true }, batch, call);
    return true;
  } finally {
    lock.release();
  }
}
