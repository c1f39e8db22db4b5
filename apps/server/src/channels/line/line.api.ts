import type { Call, PlatformAnswer, PlatformRequest } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

/** https://developers.line.biz/en/reference/messaging-api/#domain-name */
export const API = 'https://api.line.me';
export const DATA_API = 'https://api-data.line.me';

type Ask = Omit<PlatformRequest, 'body'> & { json?: unknown };

/** Asks LINE in the name of the inbox's account; whatever it answers is an answer. @throws ChannelError when it does not answer */
export function askLine(call: Call, path: string, { json, headers, ...request }: Ask = {}): Promise<PlatformAnswer> {
  return call.ask(path.startsWith('https://') ? path : `${API}${path}`, {
    ...request,
    headers: {
      authorization: `Bearer ${call.settings.channelAccessToken}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}

/** The same, for answers that must be good. @throws ChannelError */
export async function getLine<T>(call: Call, path: string): Promise<T> {
  const answer = await askLine(call, path);
  if (answer.status !== 200) throw errorOfLine(answer);
  return readJson(answer) as T;
}

/** What LINE answered, as an object; something else (an error page of a proxy) is an empty one. */
export function readJson({ body }: Pick<PlatformAnswer, 'body'>): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * Why LINE said no. The month's limit comes as a 429 like any other rate limit, told apart only by its words.
 * https://developers.line.biz/en/reference/messaging-api/#error-responses
 */
export function errorOfLine(answer: PlatformAnswer): ChannelError {
  const { message, details } = readJson(answer) as { message?: string; details?: { message?: string; property?: string }[] };
  const more = Array.isArray(details) ? details.map((one) => `${one?.property ?? ''} ${one?.message ?? ''}`.trim()) : [];
  const detail = [message ?? '', ...more].filter(Boolean).join(' · ').slice(0, 500);
  if (answer.status === 429 && /monthly limit/i.test(detail)) return new ChannelError('quota_used', { detail });
  if (answer.status === 400 && /'to'/.test(detail)) return new ChannelError('address_unknown', { detail });
  return errorOfAnswer(answer.status, answer.headers, detail);
}

/** A reply token that was used already, or is too old. */
export const isTokenSpent = (answer: PlatformAnswer): boolean =>
  answer.status === 400 && /reply token/i.test(String(readJson(answer).message ?? ''));
