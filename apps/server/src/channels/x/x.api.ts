import { randomUUID } from 'node:crypto';
import { askOnce } from '../port/ask-once.ts';
import type { Call, PlatformAnswer } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';
import { type Keys, oauthHeader } from './oauth1.rules.ts';

export const API = 'https://api.x.com';

/** Headers of a request in the name of the account. */
export function signed({ settings, now }: Call, method: 'GET' | 'POST', url: string): { authorization: string } {
  const keys: Keys = {
    apiKey: String(settings.apiKey),
    apiSecret: String(settings.apiSecret),
    accessToken: String(settings.accessToken),
    accessTokenSecret: String(settings.accessTokenSecret),
  };
  const timestamp = Math.floor(now().getTime() / 1000);
  return { authorization: oauthHeader(keys, { method, url, nonce: randomUUID().replaceAll('-', ''), timestamp }) };
}

/** Asks X; with a body, for something that must not happen twice. @param path from `/2/` on @returns `data` of its answer @throws ChannelError */
export async function askX(call: Call, path: string, post?: { type: string; body: string | Buffer }): Promise<Record<string, unknown>> {
  const url = `${API}${path}`;
  const answer = post
    ? await askOnce(call, url, { method: 'POST', headers: { ...signed(call, 'POST', url), 'content-type': post.type }, body: post.body })
    : await call.ask(url, { headers: signed(call, 'GET', url) });
  const body = readObject(answer);
  if (answer.status < 200 || answer.status > 299) throw errorOfX(answer, body, call.now());
  return (body.data ?? {}) as Record<string, unknown>;
}

/** The app's own token, which the keys alone give: https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only @throws ChannelError */
export async function appToken(call: Call): Promise<string> {
  const { apiKey, apiSecret } = call.settings;
  const basic = Buffer.from(`${encodeURIComponent(String(apiKey))}:${encodeURIComponent(String(apiSecret))}`).toString('base64');
  const answer = await call.ask(`${API}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: 'grant_type=client_credentials',
  });
  const body = readObject(answer);
  if (answer.status !== 200 || typeof body.access_token !== 'string') throw errorOfX(answer, body, call.now());
  return body.access_token;
}

/** Asks X in the name of the app. What it asks for bears a repetition. @returns `data` of the answer @throws ChannelError */
export async function askAsApp(call: Call, token: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown> {
  const answer = await call.ask(`${API}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const said = readObject(answer);
  if (answer.status < 200 || answer.status > 299) throw errorOfX(answer, said, call.now());
  return said.data;
}

export const asJson = (body: object) => ({ type: 'application/json', body: JSON.stringify(body) });

/** https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
function errorOfX(answer: PlatformAnswer, { detail: said, title, reason, type }: Record<string, unknown>, now: Date): ChannelError {
  const detail = [answer.status, said ?? title, reason].filter(Boolean).join(' · ').slice(0, 500);
  if (answer.status === 429) {
    if (/usage-capped/.test(String(type))) return new ChannelError('quota_used', { detail, aboutInbox: true });
    const reset = Number(answer.headers['x-rate-limit-reset'] ?? 0) * 1000;
    const retryAfterMs = Math.max(0, reset - now.getTime());
    return new ChannelError('rate_limited', { temporary: true, detail, ...(reset > 0 ? { retryAfterMs } : {}) });
  }
  if (answer.status === 403) {
    if (/cannot (send messages|dm)|not permitted to (send|dm)|blocked/i.test(String(said))) return new ChannelError('blocked', { detail });
    const isAboutApp = /client-forbidden|unsupported-authentication|client-not-enrolled/.test(`${type} ${reason}`);
    return isAboutApp ? new ChannelError('credentials_refused', { detail, aboutInbox: true }) : new ChannelError('rejected', { detail });
  }
  return errorOfAnswer(answer.status, answer.headers, detail);
}

function readObject({ body }: PlatformAnswer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
