import type { ChannelFailure } from '@madoguchi/contract/channels.ts';

/**
 * Why a platform did not do what it was asked. Temporary ones are tried again; the others are shown to the agent with their reason.
 * `aboutInbox`: not this message but the whole connection is at fault (a revoked token), so the health page says so.
 */
export class ChannelError extends Error {
  readonly code: ChannelFailure;
  readonly temporary: boolean;
  readonly retryAfterMs: number | null;
  readonly detail: string;
  readonly aboutInbox: boolean;

  constructor(code: ChannelFailure, options: { temporary?: boolean; retryAfterMs?: number; detail?: string; aboutInbox?: boolean } = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code);
    this.name = 'ChannelError';
    this.code = code;
    this.temporary = options.temporary ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.detail = (options.detail ?? '').slice(0, 500);
    this.aboutInbox = options.aboutInbox ?? false;
  }
}

/**
 * What an unwanted HTTP answer means on nearly every platform: 401 and 403 are the credentials, 408, 429 and 5xx pass, the rest is a no.
 * Retry-After is in seconds or an HTTP date (RFC 9110, 10.2.3).
 */
export function errorOfAnswer(status: number, headers: Readonly<Record<string, string>>, detail: string): ChannelError {
  if (status === 429)
    return new ChannelError('rate_limited', { temporary: true, detail, retryAfterMs: retryAfter(headers['retry-after']) });
  if (status === 408 || status >= 500)
    return new ChannelError('platform_down', {
      temporary: true,
      detail: `${status} ${detail}`,
      retryAfterMs: retryAfter(headers['retry-after']),
    });
  if (status === 401 || status === 403) return new ChannelError('credentials_refused', { detail, aboutInbox: true });
  return new ChannelError('rejected', { detail: `${status} ${detail}` });
}

function retryAfter(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
