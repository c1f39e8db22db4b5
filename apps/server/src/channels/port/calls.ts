import type { Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Logger } from '../../platform/log/log.ts';
import { checkedAddresses } from '../../platform/safe-fetch/checked-addresses.ts';
import { SafeFetchError } from '../../platform/safe-fetch/safe-fetch.errors.ts';
import { safeFetch } from '../../platform/safe-fetch/safe-fetch.ts';
import type { Address } from '../../platform/safe-fetch/safe-fetch.types.ts';
import type { Channels } from '../channels.registry.ts';
import { standingReceiver } from '../email/receiver/standing.ts';
import { usableSettings } from '../settings/settings.queries.ts';
import type { Call, PlatformAnswer, PlatformRequest } from './call.types.ts';
import { ChannelError } from './channel-error.ts';

export type CallDeps = {
  platform: Platform;
  sealingKey: Buffer;
  /** `https://api.line.me` → where this installation asks instead: a gateway of the operator, or a simulator. */
  origins: Readonly<Record<string, string>>;
  /** What channels keep of an inbox beside its settings. Default: nothing. */
  channels?: Pick<Channels, 'byName'>;
  /** Hosts (`host` or `host:port`, in lower case) that mailboxes may use although they are private. */
  mailHosts?: readonly string[];
  /** Default: nothing is known of any sender. */
  judgeSender?: Call['judgeSender'];
  publicUrl: string | null;
  log: Pick<Logger, 'warn' | 'error'>;
};

const TIME_LIMIT_MS = 20_000;
const MAX_BYTES = 30 * 1024 * 1024;

export type InboxToCall = { id: string; workspaceId: string; name: string; key: string; channel: string };

/** Makes what a channel needs to speak with its platform for one inbox; reads the settings anew each time. */
export function makeCalls({ platform, sealingKey, origins, channels, mailHosts = [], judgeSender, publicUrl, log }: CallDeps) {
  const ask = (url: string, request: PlatformRequest = {}) => askPlatform(origins, url, request);
  return async (inbox: InboxToCall, tx?: Tx): Promise<Call> => {
    const more = channels?.byName(inbox.channel)?.more;
    const read = async (inTx: Tx) => ({
      ...(await usableSettings(inTx, sealingKey, inbox.workspaceId, inbox.id)),
      ...(await more?.(inTx, inbox.workspaceId, inbox.id)),
    });
    return {
      inbox: { id: inbox.id, workspaceId: inbox.workspaceId, name: inbox.name, key: inbox.key },
      settings: await (tx ? read(tx) : platform.db.as(systemViewer(inbox.workspaceId), read)),
      ask,
      addressesOf: (host, port) => mailAddressesOf(mailHosts, host, port),
      receiver: () => standingReceiver(platform),
      // A process that ends while a mail is judged takes it in as one that could not be.
      judgeSender: async (raw) => (await judgeSender?.(raw).catch(() => null)) ?? null,
      now: platform.clock.now,
      log,
      hookUrl: hookUrlOf(publicUrl, inbox.key),
      publicUrl,
    };
  };
}
export type Calls = ReturnType<typeof makeCalls>;

/** Where mail servers may be: see `Call.addressesOf`. @throws ChannelError */
export async function mailAddressesOf(mailHosts: readonly string[], host: string, port: number): Promise<readonly Address[]> {
  const name = host.trim().toLowerCase();
  try {
    return await checkedAddresses(name, { vouched: mailHosts.includes(name) || mailHosts.includes(`${name}:${port}`) });
  } catch (error) {
    if (!(error instanceof SafeFetchError)) throw error;
    if (error.code === 'fetch.address_refused') throw new ChannelError('address_refused', { detail: host, aboutInbox: true });
    throw new ChannelError('host_not_found', { detail: host, temporary: true, aboutInbox: true });
  }
}

export const hookUrlOf = (publicUrl: string | null, key: string): string | null => (publicUrl ? `${publicUrl}/api/hooks/${key}` : null);

/** Asks another server through safe-fetch. Any answer is an answer. @throws ChannelError when there is none */
export async function askPlatform(origins: CallDeps['origins'], url: string, request: PlatformRequest): Promise<PlatformAnswer> {
  const asked = new URL(url);
  const instead = origins[asked.origin];
  const target = instead ? new URL(asked.pathname + asked.search, instead) : asked;
  const { timeLimitMs = TIME_LIMIT_MS, maxBytes = MAX_BYTES, ...wish } = request;
  try {
    const allow = instead ? (host: string) => host === target.hostname : undefined;
    const { status, headers, body } = await safeFetch(target.href, wish, { timeLimitMs, maxBytes, ...(allow ? { allow } : {}) });
    const plain = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]);
    return { status, headers: Object.fromEntries(plain), body };
  } catch (error) {
    if (!(error instanceof SafeFetchError)) throw error;
    if (error.code === 'fetch.too_large') throw new ChannelError('too_large', { detail: asked.host });
    throw new ChannelError('platform_down', { temporary: true, detail: `${asked.host}: ${error.code}` });
  }
}
