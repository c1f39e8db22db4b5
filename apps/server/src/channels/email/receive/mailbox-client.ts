import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { pinned } from '../../../platform/safe-fetch/checked-addresses.ts';
import type { Address } from '../../../platform/safe-fetch/safe-fetch.types.ts';
import type { Call } from '../../port/call.types.ts';
import { hostsOf, loginOf } from '../sign-in.ts';
import { signInError } from './mailbox-errors.rules.ts';
import type { MailboxLimits } from './mailbox-limits.ts';

/** A connection to the mailbox's server that is signed in. @throws ChannelError */
export async function signedIn(call: Call, limits: MailboxLimits): Promise<ImapFlow> {
  const { imap } = hostsOf(call.settings);
  const login = await loginOf(call);
  const addresses = await call.addressesOf(imap.host, imap.port);
  const options: ImapFlowOptions = {
    host: imap.host,
    port: imap.port,
    secure: imap.tls === 'implicit',
    ...(imap.tls === 'implicit' ? {} : { doSTARTTLS: imap.tls === 'required' }),
    auth: 'accessToken' in login ? { user: login.login, accessToken: login.accessToken } : { user: login.login, pass: login.password },
    logger: false,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    transport: over(addresses),
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    socketTimeout: limits.silentMs,
    maxIdleTime: limits.idleMs,
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
    throw signInError(error);
  }
  return client;
}

/** Connects to the addresses that were checked, whatever the name has come to mean since; the certificate must be the name's. */
function over(addresses: readonly Address[]): NonNullable<ImapFlowOptions['transport']> {
  return {
    connect: ({ host, port, servername, tls, secure }, onConnect) => {
      const to = { host, port, lookup: pinned(addresses), autoSelectFamily: true };
      return secure ? connectTls({ ...tls, ...to, ...named(servername) }, onConnect) : connectPlain(to, onConnect);
    },
    upgrade: (socket, { host, port, servername, tls }, onSecure) =>
      connectTls({ ...tls, host, port, ...named(servername), socket }, onSecure),
  };
}

const named = (servername: string | undefined) => (servername ? { servername } : {});
