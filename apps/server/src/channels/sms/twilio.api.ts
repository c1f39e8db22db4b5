import type { Call, PlatformAnswer } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';
import { failureOf } from './twilio-errors.rules.ts';

/** https://www.twilio.com/docs/usage/api */
export const API = 'https://api.twilio.com';

type Settled = Pick<Call, 'settings'>;
export const accountUrl = ({ settings }: Settled, rest: string): string =>
  `${API}/2010-04-01/Accounts/${encodeURIComponent(String(settings.accountSid))}${rest}`;

export const basicAuth = ({ settings }: Settled): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`,
});

/** @throws ChannelError */
export async function getTwilio(call: Call, url: string): Promise<Record<string, unknown>> {
  const answer = await call.ask(url, { headers: basicAuth(call) });
  if (answer.status !== 200) throw errorOfTwilio(answer);
  return objectIn(answer);
}

/** What Twilio answered, as an object; something else (an error page of a proxy) is an empty one. */
export function objectIn({ body }: Pick<PlatformAnswer, 'body'>): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const ABOUT_INBOX = new Set(['credentials_refused', 'quota_used', 'not_configured']);

/** Why Twilio said no: its code says it better than the status. */
export function errorOfTwilio(answer: PlatformAnswer): ChannelError {
  const { code, message } = objectIn(answer);
  const detail = [code, message].filter(Boolean).join(' ').slice(0, 300);
  const failure = typeof code === 'number' ? failureOf(code) : null;
  if (failure && failure !== 'rate_limited') return new ChannelError(failure, { detail, aboutInbox: ABOUT_INBOX.has(failure) });
  return errorOfAnswer(answer.status, answer.headers, detail);
}
