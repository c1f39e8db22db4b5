import type { Call, PlatformAnswer, PlatformRequest } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

/** https://core.telegram.org/bots/api#making-requests */
const API = 'https://api.telegram.org';

export const methodUrl = (call: Pick<Call, 'settings'>, method: string): string => `${API}/bot${call.settings.botToken}/${method}`;
export const fileUrl = (call: Pick<Call, 'settings'>, path: string): string => `${API}/file/bot${call.settings.botToken}/${path}`;

export const jsonRequest = (params: object): PlatformRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(params),
});

/** Calls a method in the name of the inbox's bot. @throws ChannelError */
export async function askTelegram<Result>(call: Call, method: string, params: object = {}): Promise<Result> {
  return resultIn<Result>(await call.ask(methodUrl(call, method), jsonRequest(params)));
}

type Answer = { ok?: boolean; result?: unknown; description?: string; parameters?: { retry_after?: number } };

/** What a method gave. @throws ChannelError when it gave nothing */
export function resultIn<Result>(answer: PlatformAnswer): Result {
  const said = answerIn(answer);
  if (answer.status !== 200 || said.ok !== true) throw errorOfTelegram(answer.status, answer.headers, said);
  return said.result as Result;
}

function answerIn({ body }: PlatformAnswer): Answer {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/**
 * Why Telegram said no. A wrong token is 401, or 404 when it does not even look like one; 403 is about the person.
 * https://core.telegram.org/api/errors
 */
function errorOfTelegram(status: number, headers: PlatformAnswer['headers'], { description, parameters }: Answer): ChannelError {
  const detail = typeof description === 'string' ? description.slice(0, 300) : '';
  if (status === 401 || status === 404) return new ChannelError('credentials_refused', { detail, aboutInbox: true });
  if (status === 403) return new ChannelError('blocked', { detail });
  if (status === 413 || /too big|too large/i.test(detail)) return new ChannelError('too_large', { detail });
  if (/chat not found|PEER_ID_INVALID/i.test(detail)) return new ChannelError('address_unknown', { detail });
  const seconds = parameters?.retry_after;
  if (status === 429 && typeof seconds === 'number')
    return new ChannelError('rate_limited', { temporary: true, detail, retryAfterMs: seconds * 1000 });
  return errorOfAnswer(status, headers, detail);
}
