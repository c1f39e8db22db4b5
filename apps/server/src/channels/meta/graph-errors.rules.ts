// Pure: what the codes of the Graph API mean to us.
import type { ChannelFailure } from '@madoguchi/contract/channels.ts';
import type { PlatformAnswer } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

export type GraphError = {
  code?: number;
  error_subcode?: number;
  message?: string;
  error_data?: { details?: string };
  is_transient?: boolean;
};

type Meaning = { failure: ChannelFailure; temporary?: boolean; aboutInbox?: boolean };

const later: Meaning = { failure: 'rate_limited', temporary: true };
const away: Meaning = { failure: 'platform_down', temporary: true };
const refused: Meaning = { failure: 'credentials_refused', aboutInbox: true };
const closed: Meaning = { failure: 'window_closed' };
const blocked: Meaning = { failure: 'blocked' };
const unknown: Meaning = { failure: 'address_unknown' };
const unfit: Meaning = { failure: 'unsupported' };

/**
 * Codes of the Graph API, the Messenger Platform and the WhatsApp Cloud API.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 * https://developers.facebook.com/docs/messenger-platform/error-codes
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
const BY_CODE: Readonly<Record<number, Meaning>> = {
  0: refused,
  1: away,
  2: away,
  3: refused,
  4: later,
  10: refused,
  32: later,
  102: refused,
  190: refused,
  551: blocked,
  613: later,
  1200: away,
  1545041: blocked,
  80006: later,
  80007: later,
  130429: later,
  131000: away,
  131005: refused,
  131016: away,
  131026: unknown,
  131030: unknown,
  131031: refused,
  131045: refused,
  131047: closed,
  131048: later,
  131050: blocked,
  131051: unfit,
  131053: unfit,
  131056: later,
  131057: away,
  133004: away,
  133010: refused,
};

const BY_SUBCODE: Readonly<Record<number, Meaning>> = {
  2018001: unknown,
  2018065: closed,
  2018108: blocked,
  2018278: closed,
  2534022: closed,
  1545041: blocked,
};

const meaningOf = ({ code, error_subcode, is_transient }: GraphError): Meaning =>
  BY_SUBCODE[error_subcode ?? -1] ?? BY_CODE[code ?? -1] ?? (isPermission(code) ? refused : is_transient ? away : { failure: 'rejected' });

const isPermission = (code = -1): boolean => code >= 200 && code <= 299;

/** Why something failed that Meta tells of afterwards, in a webhook. */
export const failureOfCode = (code: number | undefined): ChannelFailure => (code === undefined ? 'rejected' : meaningOf({ code }).failure);

/** Why Meta said no. What does not look like the Graph API (a proxy's page) is judged by its status. */
export function errorOfGraph(answer: PlatformAnswer, error: GraphError | null): ChannelError {
  if (!error || typeof error.code !== 'number') return errorOfAnswer(answer.status, answer.headers, answer.body.toString('utf8', 0, 300));
  const { failure, temporary = false, aboutInbox = false } = meaningOf(error);
  const detail = [`${error.code}${error.error_subcode ? `/${error.error_subcode}` : ''}`, error.message, error.error_data?.details]
    .filter(Boolean)
    .join(' · ');
  const retryAfterMs = temporary ? waitOf(answer.headers) : undefined;
  return new ChannelError(failure, { temporary, aboutInbox, detail, ...(retryAfterMs ? { retryAfterMs } : {}) });
}

const MINUTE_MS = 60_000;

/** Retry-After, or the minutes until access comes back: https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers-2 */
function waitOf(headers: PlatformAnswer['headers']): number | undefined {
  const seconds = Number(headers['retry-after'] ?? '');
  if (seconds > 0) return seconds * 1000;
  const minutes = /"estimated_time_to_regain_access"\s*:\s*(\d{1,5})/.exec(headers['x-business-use-case-usage'] ?? '');
  return minutes ? Number(minutes[1]) * MINUTE_MS : undefined;
}
