import type { ImapFlow } from 'imapflow';
import type { Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { fetchMails } from './fetch-mails.ts';
import { type FolderPlace, placeFrom, placeToText, startOf } from './folder-place.rules.ts';

type Reading = { client: ImapFlow; hear: Hear; call: Call; isOver: () => boolean; atOnce: number };
type Remembered = Awaited<ReturnType<Hear['remembered']>>;

const memoryName = (folder: string): string => `folder:${folder}`;

/**
 * Whether a folder that is not listened to has had mail since it was read, without opening it: with hundreds of folders that is what keeps a
 * look short. @throws what the server says of a folder that is gone
 */
export async function hasNews(client: ImapFlow, folder: string, remembered: Remembered): Promise<boolean> {
  const known = placeFrom(remembered[memoryName(folder)]);
  const now = await client.status(folder, { uidNext: true, uidValidity: true });
  if (!known || !now || now.uidNext === undefined) return true;
  return known.uidValidity !== String(now.uidValidity) || now.uidNext > known.lastUid + 1;
}

/** Hands in every mail of a folder that lies behind the place kept for it, and moves that place only behind what is durable. */
export async function readFolder({ client, hear, call, isOver, atOnce }: Reading, folder: string, remembered: Remembered): Promise<void> {
  const lock = await client.getMailboxLock(folder);
  try {
    const { mailbox } = client;
    if (!mailbox) return;
    const known = placeFrom(remembered[memoryName(folder)]);
    const uidValidity = String(mailbox.uidValidity);
    const { uidNext } = mailbox;
    const start = startOf(known, { uidValidity, uidNext }, Number(call.settings.backfillDays ?? 0), call.now());
    const keep = (place: FolderPlace) => hear.remember({ [memoryName(folder)]: placeToText(place) });

    const found = await client.search(start.since ? { since: start.since } : { uid: `${start.fromUid}:*` }, { uid: true });
    const uids = (found || []).filter((uid) => uid >= start.fromUid).sort((a, b) => a - b);
    if (uids[0] !== undefined) await hear.oldestUnread(await arrivalOf(client, uids[0]));
    for (let at = 0; at < uids.length && !isOver(); at += atOnce) {
      const batch = uids.slice(at, at + atOnce);
      const proofs = await fetchMails(client, hear, { folder, uidValidity }, batch, call);
      // What the mailbox sent itself has done its work.
      if (proofs.length > 0) await client.messageDelete(proofs, { uid: true }).catch(() => {});
      await keep({ uidValidity, lastUid: batch.at(-1)! });
    }
    if (isOver()) return;
    // Numbers that are used up and whose mails are gone are behind it, too.
    const lastUid = Math.max(uids.at(-1) ?? 0, uidNext - 1);
    if (known?.uidValidity !== uidValidity || known.lastUid < lastUid) await keep({ uidValidity, lastUid });
    if (uids.length > 0) await hear.oldestUnread(null);
  } finally {
    lock.release();
  }
}

async function arrivalOf(client: ImapFlow, uid: number): Promise<Date | null> {
  const mail = await client.fetchOne(String(uid), { internalDate: true }, { uid: true });
  return mail !== false && mail.internalDate ? new Date(mail.internalDate) : null;
}
