import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import type { Connection, Hear } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { hostsOf, loginOf } from '../sign-in.ts';
import { backfillMailbox } from './backfill-mailbox.ts';
import { type FolderPlace, placeFrom, placeToText, startOf } from './folder-place.rules.ts';
import { handIn, SOURCE } from './hand-in.ts';

/** Other folders than the one that is listened to are looked at this often; the first one too, in case its server says nothing. */
const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 50;
/** Whether a period is to be read in is asked this often. */
const ASK_EVERY_MS = 3000;

/**
 * Reads a mailbox (IMAP, RFC 9051) for as long as it is asked to: what is there and was not read before, then what comes, told by IDLE.
 * A mail is handed in whole and durable before its place is written down, so nothing is skipped; the same mail again is the same payload.
 */
export async function readMailbox(call: Call, hear: Hear): Promise<Connection> {
  const client = await signedIn(call);
  let ending = false;
  const folders = String(call.settings.folders || 'INBOX')
    .split(/[,、]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const [listened = 'INBOX'] = folders;

  const readAll = async () => {
    for (const folder of [...folders.slice(1), listened]) if (!ending) await readFolder(client, call, hear, folder);
    // Left to itself the library listens after fifteen seconds only.
    if (!ending) client.idle().catch(() => {});
  };
  const lost = (error: Error) => {
    if (!ending) void hear.failed('connection_lost', error.message);
  };
  client.on('close', () => lost(new Error('the server closed the connection')));
  client.on('error', lost);
  let looking: Promise<void> = Promise.resolve();
  const look = () => {
    looking = looking.then(readAll).catch(lost);
  };
  try {
    for (const folder of folders) await readFolder(client, call, hear, folder);
    await client.mailboxOpen(listened);
    client.idle().catch(() => {});
  } catch (error) {
    ending = true;
    client.close();
    throw new ChannelError('connection_lost', { detail: error instanceof Error ? error.message : String(error) });
  }
  client.on('exists', look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  let asking = false;
  const asker = setInterval(() => {
    if (asking) return;
    asking = true;
    looking = looking
      .then(async () => {
        if (ending || !(await hear.backfill())) return;
        await backfillMailbox(client, call, hear, folders, () => ending);
        await client.mailboxOpen(listened);
        client.idle().catch(() => {});
      })
      .catch(lost)
      .finally(() => {
        asking = false;
      });
  }, ASK_EVERY_MS);
  await hear.connected({ folders: folders.length });
  return {
    stop: async () => {
      ending = true;
      clearInterval(timer);
      clearInterval(asker);
      client.close();
      await looking;
    },
  };
}

/** Opens and closes a connection: whether the mailbox lets us in. @throws ChannelError */
export async function checkMailbox(call: Call): Promise<void> {
  const client = await signedIn(call);
  await client.logout().catch(() => client.close());
}

async function signedIn(call: Call): Promise<ImapFlow> {
  const { imap } = hostsOf(call.settings);
  const login = await loginOf(call);
  const options: ImapFlowOptions = {
    host: imap.host,
    port: imap.port,
    secure: imap.tls === 'implicit',
    doSTARTTLS: imap.tls === 'required' ? true : imap.tls === 'none' ? false : undefined,
    auth: 'accessToken' in login ? { user: login.login, accessToken: login.accessToken } : { user: login.login, pass: login.password },
    logger: false,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 5 * 60_000,
    maxIdleTime: 4 * 60_000,
    disableAutoIdle: false,
  };
  // Loaded with the first mailbox: an installation without one need not wait for it.
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow(options);
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw channelErrorOf(error);
  }
  return client;
}

function channelErrorOf(error: unknown): ChannelError {
  const {
    message = '',
    code = '',
    authenticationFailed,
    responseText = '',
  } = error as Record<string, string> & { authenticationFailed?: boolean };
  const detail = responseText || message;
  if (authenticationFailed) return new ChannelError('credentials_refused', { detail, aboutInbox: true });
  if (/certificate|CERT_|SELF_SIGNED|TLS|SSL/i.test(`${code} ${message}`))
    return new ChannelError('certificate_invalid', { detail, aboutInbox: true });
  return new ChannelError('platform_down', { detail, temporary: true });
}

/** Hands in every mail of a folder that lies behind the place kept for it. */
async function readFolder(client: ImapFlow, call: Call, hear: Hear, folder: string): Promise<void> {
  const lock = await client.getMailboxLock(folder);
  try {
    const { mailbox } = client;
    if (!mailbox) return;
    const memoryName = `folder:${folder}`;
    const known = placeFrom((await hear.remembered())[memoryName]);
    const now = { uidValidity: String(mailbox.uidValidity), uidNext: mailbox.uidNext };
    const start = startOf(known, now, Number(call.settings.backfillDays ?? 0), call.now());
    const keep = (place: FolderPlace) => hear.remember({ [memoryName]: placeToText(place) });

    const found = await client.search(start.since ? { since: start.since } : { uid: `${start.fromUid}:*` }, { uid: true });
    const uids = (found || []).filter((uid) => uid >= start.fromUid).sort((a, b) => a - b);
    if (uids[0] !== undefined) await hear.oldestUnread(await arrivalOf(client, uids[0]));
    for (let at = 0; at < uids.length; at += AT_ONCE) {
      const batch = uids.slice(at, at + AT_ONCE);
      const proofs: number[] = [];
      for await (const mail of client.fetch(batch, SOURCE, { uid: true })) {
        if (await handIn(hear, { folder, uidValidity: now.uidValidity }, mail, call.settings)) proofs.push(mail.uid);
      }
      // What the mailbox sent itself has done its work.
      if (proofs.length > 0) await client.messageDelete(proofs, { uid: true }).catch(() => {});
      await keep({ uidValidity: now.uidValidity, lastUid: batch.at(-1)! });
    }
    if (uids.length === 0 && known === null) await keep({ uidValidity: now.uidValidity, lastUid: Math.max(0, now.uidNext - 1) });
    await hear.oldestUnread(null);
  } finally {
    lock.release();
  }
}

async function arrivalOf(client: ImapFlow, uid: number): Promise<Date | null> {
  const mail = await client.fetchOne(String(uid), { internalDate: true }, { uid: true });
  return mail !== false && mail.internalDate ? new Date(mail.internalDate) : null;
}
