import { createHash } from 'node:crypto';
import type { Call, PlatformAnswer, PlatformRequest } from '../port/call.types.ts';
import { ChannelError, errorOfAnswer } from '../port/channel-error.ts';

type Session = { did: string; handle: string; accessJwt: string; refreshJwt: string };

/** Signing in is rationed (300 a day): a session is kept while the process lives. */
const sessions = new Map<string, Session>();
/** A password that was refused is not tried again at once: the account would be locked out. */
const refusedUntil = new Map<string, number>();
const REFUSED_MS = 10 * 60_000;

const serviceOf = ({ settings }: Call): string => String(settings.service ?? 'https://bsky.social').replace(/\/+$/, '');
const keyOf = (call: Call): string => {
  const { identifier, appPassword } = call.settings;
  return createHash('sha256')
    .update(JSON.stringify([call.inbox.id, serviceOf(call), identifier, appPassword]))
    .digest('base64url');
};

type Ask = Pick<PlatformRequest, 'method' | 'headers' | 'body'>;

/** Asks the account's server; a session that ended is renewed. @param path from `/xrpc/` on @throws ChannelError */
export async function askBluesky(call: Call, path: string, request: Ask = {}): Promise<Record<string, unknown>> {
  const session = sessions.get(keyOf(call)) ?? (await signIn(call));
  const answer = await ask(call, path, request, session.accessJwt);
  if (!hasEnded(answer)) return good(answer);
  return good(await ask(call, path, request, (await renew(call, session)).accessJwt));
}

/** Who we are there. @throws ChannelError */
export const ownAccount = async (call: Call): Promise<Session> => sessions.get(keyOf(call)) ?? signIn(call);

/** Signs in anew: the proof that the password is good. @throws ChannelError */
export async function signIn(call: Call): Promise<Session> {
  const key = keyOf(call);
  const { identifier, appPassword: password } = call.settings;
  if (call.now().getTime() < (refusedUntil.get(key) ?? 0)) throw refusedPassword('not tried again for some minutes');
  const answer = await ask(call, '/xrpc/com.atproto.server.createSession', json({ identifier, password }));
  if (answer.status === 401) {
    refusedUntil.set(key, call.now().getTime() + REFUSED_MS);
    throw refusedPassword(String(readObject(answer).message ?? ''));
  }
  return keep(key, good(answer));
}

async function renew(call: Call, { refreshJwt }: Session): Promise<Session> {
  const key = keyOf(call);
  sessions.delete(key);
  const answer = await ask(call, '/xrpc/com.atproto.server.refreshSession', { method: 'POST' }, refreshJwt);
  return answer.status === 200 ? keep(key, good(answer)) : signIn(call);
}

const refusedPassword = (detail: string): ChannelError => new ChannelError('credentials_refused', { detail, aboutInbox: true });

function keep(key: string, { did, handle, accessJwt, refreshJwt }: Record<string, unknown>): Session {
  const session = { did: String(did), handle: String(handle), accessJwt: String(accessJwt), refreshJwt: String(refreshJwt) };
  sessions.set(key, session);
  return session;
}

export const json = (body: object): Ask => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const ask = (call: Call, path: string, { headers, ...request }: Ask, token?: string): Promise<PlatformAnswer> =>
  call.ask(`${serviceOf(call)}${path}`, { ...request, headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) } });

const hasEnded = (answer: PlatformAnswer): boolean =>
  (answer.status === 400 || answer.status === 401) && /^(ExpiredToken|InvalidToken)$/.test(String(readObject(answer).error ?? ''));

/** https://docs.bsky.app/docs/advanced-guides/rate-limits: 429 with RateLimit-Reset, in seconds since 1970. */
function good(answer: PlatformAnswer): Record<string, unknown> {
  const body = readObject(answer);
  if (answer.status === 200) return body;
  const detail = [body.error, body.message].filter(Boolean).join(' · ').slice(0, 500);
  const reset = Number(answer.headers['ratelimit-reset'] ?? 0) * 1000;
  if (answer.status === 429 && reset > 0)
    throw new ChannelError('rate_limited', { temporary: true, detail, retryAfterMs: Math.max(0, reset - Date.now()) });
  throw errorOfAnswer(answer.status, answer.headers, detail);
}

function readObject({ body }: PlatformAnswer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
