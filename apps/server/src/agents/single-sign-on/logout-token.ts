import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';
import { CLOCK_TOLERANCE_SECONDS, discover, fetcherOf } from './discovery.ts';
import { failureOf } from './failures.rules.ts';
import { type LoggedOut, loggedOutIn } from './logout-token.rules.ts';
import { SingleSignOnRefused } from './refused.ts';
import type { ProviderPlace } from './single-sign-on.types.ts';

const OLDEST_SECONDS = 300;
/** For how long a token that came once has to be known again, in milliseconds. */
export const REPLAY_MS = (OLDEST_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS) * 1000;
const ASYMMETRIC = /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/;

/**
 * What the provider says in a logout token: signature by a key it publishes now, issuer, audience, age, event, no nonce. A token that
 * does not even claim all that costs the provider no question. @throws SingleSignOnRefused
 */
export async function readLogoutToken(place: ProviderPlace, hosts: NamedHosts, token: string): Promise<LoggedOut> {
  const said = peek(token);
  // As discovery compares them: a slash alone behind the host is none.
  const isIssuer = URL.parse(String(said?.issuer))?.href === URL.parse(place.issuer)?.href;
  if (!said || !isIssuer) throw new SingleSignOnRefused('token');
  try {
    const server = (await discover(place, hosts)).serverMetadata();
    const offered = server.id_token_signing_alg_values_supported?.filter((one) => ASYMMETRIC.test(one)) ?? [];
    const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ''), { [customFetch]: fetcherOf(hosts) });
    await jwtVerify(token, keys, {
      issuer: server.issuer,
      audience: place.clientId,
      algorithms: offered.length > 0 ? offered : ['RS256'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: OLDEST_SECONDS,
    });
  } catch (error) {
    const because = failureOf(error);
    throw new SingleSignOnRefused(because === 'other' ? 'token' : because, error);
  }
  return said.out;
}

/** What an unchecked token claims; null when it could not be a logout token at all. */
function peek(token: string): { issuer: unknown; out: LoggedOut } | null {
  try {
    const claims = decodeJwt(token);
    const out = loggedOutIn(decodeProtectedHeader(token), claims);
    return out && { issuer: claims.iss, out };
  } catch {
    return null;
  }
}
