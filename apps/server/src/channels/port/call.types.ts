import type { Logger } from '../../platform/log/log.ts';
import type { Settings } from '../channel.ts';

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
  now: () => Date;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Where our hook for this inbox is, as the platform sees it; null without a public address. */
  hookUrl: string | null;
  publicUrl: string | null;
};
