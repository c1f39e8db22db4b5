import type { ImapFlow } from 'imapflow';
import type { Connection, Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { backfillMailbox } from './backfill-mailbox.ts';
import { foldersOf } from './folders.rules.ts';
import { signedIn } from './mailbox-client.ts';
import { isFolderGone, lostError } from './mailbox-errors.rules.ts';
import { MAILBOX_LIMITS, type MailboxLimits } from './mailbox-limits.ts';
import { isFull, usedNote, usedOf } from './quota.ts';
import { hasNews, readFolder } from './read-folder.ts';

/** How full the mailbox is, is asked with every so many looks. */
const LOOKS_PER_QUOTA = 10;

/**
 * Reads a mailbox (IMAP, RFC 9051) for as long as it is asked to: what is there and was not read before, then what comes, told by IDLE.
 * A mail is handed in whole and durable before its place is written down, so nothing is skipped; the same mail again is the same payload.
 */
export async function readMailbox(call: Call, hear: Hear, limits: MailboxLimits = MAILBOX_LIMITS): Promise<Connection> {
  const client = await signedIn(call, limits);
  const folders = foldersOf(call.settings.folders);
  const [listened] = folders;
  let ending = false;
  const lost = (error: unknown) => {
    if (ending) return;
    const { code, detail } = lostError(error);
    void hear.failed(code, detail);
  };
  client.on('close', () => lost(new Error('the server closed the connection')));
  client.on('error', lost);

  const lookAtAll = looker({ client, call, hear, folders, isOver: () => ending, limits });
  const listen = async () => {
    if (ending) return;
    await client.mailboxOpen(listened).catch((error: unknown) => {
      if (!isFolderGone(error)) throw error;
    });
    // Left to itself the library listens after fifteen seconds only.
    if (!ending) client.idle().catch(() => {});
  };
  // One thing after the other: a connection has one open folder.
  let working: Promise<void> = Promise.resolve();
  const then = (work: () => Promise<void>): Promise<void> => {
    working = working
      .then(async () => {
        if (ending) return;
        await work();
        await listen();
      })
      .catch(lost);
    return working;
  };
  try {
    await lookAtAll();
    await listen();
  } catch (error) {
    ending = true;
    client.close();
    throw lostError(error);
  }

  let waits = false;
  const look = () => {
    if (waits) return;
    waits = true;
    void then(() => {
      waits = false;
      return lookAtAll();
    });
  };
  client.on('exists', look);
  const looks = setInterval(look, limits.lookMs);
  let asking = false;
  const readIn = async () => {
    if (asking || ending) return;
    asking = true;
    // Asked without the connection, which goes on listening.
    const wish = await hear.backfill().catch(() => null);
    if (wish) await then(() => backfillMailbox({ client, call, hear, folders, isOver: () => ending, between: lookAtAll, limits }, wish));
    asking = false;
  };
  hear.whenAsked(() => void readIn());
  return {
    stop: async () => {
      ending = true;
      clearInterval(looks);
      client.close();
      await working;
    },
  };
}

type Looking = {
  client: ImapFlow;
  call: Call;
  hear: Hear;
  folders: readonly [string, ...string[]];
  isOver: () => boolean;
  limits: MailboxLimits;
};

/** Looks through all folders, the one that is listened to last, and tells how the mailbox is when that has changed. */
function looker({ client, call, hear, folders, isOver, limits }: Looking): () => Promise<void> {
  let told: string | null = null;
  let looks = 0;
  let used: number | null = null;
  return async () => {
    const [listened, ...others] = folders;
    const remembered = await hear.remembered();
    const reading = { client, hear, call, isOver, atOnce: limits.atOnce };
    const missing: string[] = [];
    for (const folder of [...others, listened]) {
      if (isOver()) return;
      try {
        if (folder === listened || (await hasNews(client, folder, remembered))) await readFolder(reading, folder, remembered);
      } catch (error) {
        if (!isFolderGone(error)) throw error;
        missing.push(folder);
      }
    }
    if (looks % LOOKS_PER_QUOTA === 0) used = await usedOf(client);
    looks += 1;
    if (isOver()) return;
    const state = JSON.stringify([missing, isFull(used), usedNote(used)]);
    if (state === told) return;
    await hear.connected({ folders: folders.length - missing.length, mailboxUsed: usedNote(used) ?? '' });
    if (missing.length > 0) await hear.ails('folder_missing', missing.join(', '));
    else if (isFull(used)) await hear.ails('inbox_full', '');
    told = state;
  };
}
