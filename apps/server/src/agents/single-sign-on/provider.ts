import * as oidc from 'openid-client';
import type { NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';
import { discover } from './discovery.ts';
import { failureOf } from './failures.rules.ts';
import { SingleSignOnRefused } from './refused.ts';
import type { ProviderPlace, RoundSecrets } from './single-sign-on.types.ts';

/** Proxies and servers take addresses of some 8 kB. */
const LONGEST_HINT = 6000;

/** Where the browser goes, with PKCE (RFC 7636), state and nonce; and what must come back. @throws SingleSignOnRefused */
export async function beginRound(place: ProviderPlace, hosts: NamedHosts, wish: { redirectUri: string; email: string; groups: boolean }) {
  try {
    const config = await discover(place, hosts);
    const secrets: RoundSecrets = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      redirectUri: wish.redirectUri,
    };
    const groups = wish.groups && config.serverMetadata().scopes_supported?.includes('groups');
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: wish.redirectUri,
      scope: `openid email profile${groups ? ' groups' : ''}`,
      code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
      state: secrets.state,
      nonce: secrets.nonce,
      ...(wish.email.includes('@') ? { login_hint: wish.email } : {}),
    });
    return { url: url.href, secrets };
  } catch (error) {
    throw new SingleSignOnRefused(failureOf(error), error);
  }
}

/**
 * Exchanges the code that came back for checked claims: signature, issuer, audience, nonce and times of the ID token, and the same
 * subject in userinfo, which is asked only for what the token leaves out; with the token as it
 * came, and the provider's own name of its session (`sid`, Back-Channel Logout 1.0, 2.1). @throws SingleSignOnRefused
 */
export async function endRound(
  place: ProviderPlace,
  hosts: NamedHosts,
  secrets: RoundSecrets,
  answer: { query: string; wanted: readonly string[] },
): Promise<{ claims: Record<string, unknown> & { sub: string }; idToken: string; sid: string | null }> {
  try {
    const config = await discover(place, hosts);
    const tokens = await oidc.authorizationCodeGrant(config, new URL(`${secrets.redirectUri}?${answer.query}`), {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const round = { idToken: tokens.id_token!, sid: typeof claims.sid === 'string' ? claims.sid : null };
    if (answer.wanted.every((name) => claims[name] !== undefined) || !config.serverMetadata().userinfo_endpoint)
      return { claims, ...round };
    return { claims: { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }, ...round };
  } catch (error) {
    throw new SingleSignOnRefused(failureOf(error), error);
  }
}

/**
 * Where the browser goes to end its session at the provider (RP-Initiated Logout 1.0), and the state that comes back with it. A token
 * too long for an address stays away: the provider then asks the person. Null where the provider offers no such thing.
 * @throws SingleSignOnRefused
 */
export async function endSessionAt(place: ProviderPlace, hosts: NamedHosts, { idToken, returnTo }: { idToken: string; returnTo: string }) {
  try {
    const config = await discover(place, hosts);
    if (!config.serverMetadata().end_session_endpoint) return null;
    const state = oidc.randomState();
    const url = oidc.buildEndSessionUrl(config, {
      post_logout_redirect_uri: returnTo,
      state,
      ...(idToken.length <= LONGEST_HINT ? { id_token_hint: idToken } : {}),
    });
    return { url: url.href, state };
  } catch (error) {
    throw new SingleSignOnRefused(failureOf(error), error);
  }
}
