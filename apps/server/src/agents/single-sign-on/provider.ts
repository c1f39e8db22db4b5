import * as oidc from 'openid-client';
import { namedFetch } from '../../platform/safe-fetch/named-fetch.ts';
import { isNamed, type NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';
import { failureOf } from './failures.rules.ts';
import { SingleSignOnRefused } from './refused.ts';
import type { ProviderPlace, RoundSecrets } from './single-sign-on.types.ts';

const LIMITS = { timeLimitMs: 8000, maxBytes: 500_000 };
/** Clocks of companies go wrong a little. */
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * The provider as it describes itself now (OpenID Connect Discovery 1.0). Nothing is kept between rounds: signing in is rare, and a key
 * that was exchanged a second ago is found. Every address, those it names too, is held to what the installation allows.
 */
async function discover({ issuer, clientId, secret }: ProviderPlace, hosts: NamedHosts): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const fetching = namedFetch(hosts, LIMITS);
  const config = await oidc.discovery(
    url,
    clientId,
    { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    secret === null ? oidc.None() : chosen(secret),
    {
      [oidc.customFetch]: (address, init) => fetching(address, init as RequestInit),
      timeout: LIMITS.timeLimitMs / 1000,
      execute: [oidc.enableNonRepudiationChecks, ...(isNamed(hosts, url) ? [oidc.allowInsecureRequests] : [])],
    },
  );
  return config;
}

/** As the provider wants it; client_secret_basic where it does not say (OpenID Connect Discovery 1.0, 3). */
const chosen =
  (secret: string): oidc.ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const basic = !methods || methods.includes('client_secret_basic');
    return (basic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret))(server, client, body, headers);
  };

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
 * subject in userinfo, which is asked only for what the token leaves out. @throws SingleSignOnRefused
 */
export async function endRound(
  place: ProviderPlace,
  hosts: NamedHosts,
  secrets: RoundSecrets,
  answer: { query: string; wanted: readonly string[] },
): Promise<Record<string, unknown> & { sub: string }> {
  try {
    const config = await discover(place, hosts);
    const tokens = await oidc.authorizationCodeGrant(config, new URL(`${secrets.redirectUri}?${answer.query}`), {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    if (answer.wanted.every((name) => claims[name] !== undefined) || !config.serverMetadata().userinfo_endpoint) return claims;
    return { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
  } catch (error) {
    throw new SingleSignOnRefused(failureOf(error), error);
  }
}
