import type { Logger } from '../../platform/log/log.ts';
import type { Address } from '../../platform/safe-fetch/safe-fetch.types.ts';
import type { Settings } from '../channel.ts';
import type { MailVerdict } from '../email/authentication.rules.ts';

export type PlatformRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  timeLimitMs?: number;
  maxBytes?: number;
};

export type PlatformAnswer = { status: number; headers: Readonly<Record<string, string>>; body: Buffer };

/** What a channel has in hand while it speaks with its platform for one inbox. */
export type Call = {
  inbox: { id: string; workspaceId: string; name: string; key: string };
  settings: Settings;
  /** Asks the platform, through safe-fetch. Any answer of the platform is an answer; @throws ChannelError `platform_down` when there is none */
  ask: (url: string, request?: PlatformRequest) => Promise<PlatformAnswer>;
  /**
   * Where a mail server of the settings' own stands, to be connected to at these very addresses: by safe-fetch's rule on the public internet only,
   * unless the installation names it. @throws ChannelError `host_not_found` · `address_refused`
   */
  addressesOf: (host: string, port: number) => Promise<readonly Address[]>;
  /** Where this installation's own receiver of mail stands, as `machine:port`, and until when its certificate is good; null when none does. */
  receiver: () => Promise<{ where: string; certificateEnds: Date | null } | null>;
  /**
   * Whether the sender of a mail that lay in a mailbox is who it says. Never refutes: null, also when it cannot be known, is as good as `none`.
   * It goes over the whole mail, and does so in a thread.
   */
  judgeSender: (raw: Buffer) => Promise<MailVerdict | null>;
  now: () => Date;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Where our hook for this inbox is, as the platform sees it; null without a public address. */
  hookUrl: string | null;
  publicUrl: string | null;
};
