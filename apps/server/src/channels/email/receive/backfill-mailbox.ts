import type { ImapFlow } from 'imapflow';
import type { BackfillWish } from '../../backfill/backfill.commands.ts';
import type { Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { handIn, SOURCE } from './hand-in.ts';

const AT_ONCE = 50;

/**
 * Reads in what a period left in the folders, oldest first and a bounded batch at a time. Cut off, it goes on with the folder and mail it had
 * come to; what was read before is known by its own name.
 */
export async function backfillMailbox(
  client: ImapFlow,
  call: Call,
  hear: Hear,
  folders: readonly string[],
  isOver: () => boolean,
): Promise<void> {
  const wish = await hear.backfill();
  if (!wish) return;
  const found = await search(client, folders, wish);
  const total = [...found.values()].reduce((sum, uids) => sum + uids.length, 0);
  let { taken } = wish;
  // The folder it was cut off in comes first to be passed over as far as it was read, with those before it.
  const from = wish.folder ? Math.max(0, folders.indexOf(wish.folder)) : 0;
  for (const folder of folders.slice(from)) {
    const read = folder === wish.folder ? wish.lastUid : 0;
    const uids = (found.get(folder) ?? []).filter((uid) => uid > read);
    for (let at = 0; at < uids.length; at += AT_ONCE) {
      if (isOver()) return;
      const batch = uids.slice(at, at + AT_ONCE);
      await takeBatch(client, call, hear, folder, batch);
      taken += batch.length;
      await hear.backfilled(wish.id, { folder, lastUid: batch.at(-1)!, taken, found: total, done: false });
    }
  }
  await hear.backfilled(wish.id, { folder: folders.at(-1) ?? '', lastUid: 0, taken, found: total, done: true });
}

async function search(client: ImapFlow, folders: readonly string[], { since, until }: BackfillWish): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const folder of folders) {
    const lock = await client.getMailboxLock(folder);
    try {
      // Days only (RFC 9051, 6.4.4): BEFORE leaves its own day out.
      const uids = await client.search({ since, before: new Date(until.getTime() + 24 * 3_600_000) }, { uid: true });
      found.set(
        folder,
        (uids || []).sort((a, b) => a - b),
      );
    } finally {
      lock.release();
    }
  }
  return found;
}

async function takeBatch(client: ImapFlow, call: Call, hear: Hear, folder: string, batch: number[]): Promise<void> {
  const lock = await client.getMailboxLock(folder);
  try {
    const { mailbox } = client;
    if (!mailbox) return;
    for await (const mail of client.fetch(batch, SOURCE, { uid: true }))
      await handIn(hear, { folder, uidValidity: String(mailbox.uidValidity), isPast: true }, mail, call.settings);
  } finally {
    lock.release();
  }
}
