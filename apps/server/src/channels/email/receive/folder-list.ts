import type { ImapFlow } from 'imapflow';
import type { Folder } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { foldersOf } from './folders.rules.ts';
import { signedIn } from './mailbox-client.ts';
import { MAILBOX_LIMITS } from './mailbox-limits.ts';
import { isFull, usedOf } from './quota.ts';

/** The folders of the mailbox that hold mail, the inbox first, then by name. @throws ChannelError */
export async function listFolders(call: Call): Promise<Folder[]> {
  const client = await signedIn(call, MAILBOX_LIMITS);
  try {
    return await foldersIn(client);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/**
 * Opens and closes a connection: whether the mailbox lets us in, has the chosen folders, and room for new mail.
 * @throws ChannelError
 */
export async function checkMailbox(call: Call): Promise<void> {
  const client = await signedIn(call, MAILBOX_LIMITS);
  try {
    const there = (await foldersIn(client)).map(({ path, isInbox }) => (isInbox ? 'INBOX' : path));
    const missing = foldersOf(call.settings.folders).filter((name) => !there.includes(name.toUpperCase() === 'INBOX' ? 'INBOX' : name));
    if (missing.length > 0) throw new ChannelError('folder_missing', { detail: missing.join(', '), aboutInbox: true });
    const used = await usedOf(client);
    if (isFull(used)) throw new ChannelError('inbox_full', { aboutInbox: true });
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function foldersIn(client: ImapFlow): Promise<Folder[]> {
  const all = await client.list();
  return all
    .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
    .map(({ path }) => ({ path, isInbox: path.toUpperCase() === 'INBOX' }))
    .sort((one, other) => Number(other.isInbox) - Number(one.isInbox) || one.path.localeCompare(other.path));
}
