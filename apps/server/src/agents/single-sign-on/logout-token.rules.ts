// Pure: what a logout token means, once it is known to be the provider's (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6).

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Older providers leave the type out, or say only that it is a JWT. */
const TYPES: readonly unknown[] = [undefined, 'JWT', 'logout+jwt', 'application/logout+jwt'];

/** Who is signed out: one session (`sid`), every session of somebody (`sub`), or one session of somebody. */
export type LoggedOut = { jti: string; sub: string | null; sid: string | null };

/** Null for any other token: an ID token has no event, and a logout token never a nonce. */
export function loggedOutIn(header: { typ?: unknown }, claims: Readonly<Record<string, unknown>>): LoggedOut | null {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const event = (claims.events as Record<string, unknown> | null | undefined)?.[EVENT];
  const isEvent = typeof event === 'object' && event !== null && !Array.isArray(event);
  const { jti, sub, sid } = { jti: text(claims.jti), sub: text(claims.sub), sid: text(claims.sid) };
  if (!TYPES.includes(header.typ) || !isEvent || 'nonce' in claims || !jti || (!sub && !sid)) return null;
  return { jti, sub, sid };
}
