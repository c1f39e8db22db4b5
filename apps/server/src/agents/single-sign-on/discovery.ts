import * as oidc from 'openid-client';
import { namedFetch } from '../../platform/safe-fetch/named-fetch.ts';
import { isNamed, type NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';
import type { ProviderPlace } from './single-sign-on.types.ts';

const LIMITS = { timeLimitMs: 8000, maxBytes: 500_000 };
/** Reaches what the installation lets a provider's addresses be. */
export const fetcherOf = (hosts: NamedHosts): typeof fetch => namedFetch(hosts, LIMITS);

/** Clocks of companies go wrong a little. */
export const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * The provider as it describes itself now (OpenID Connect Discovery 1.0). Nothing is kept between rounds: signing in is rare, and a key
 * that was exchanged a second ago is found. Every address, those it names too, is held to what the installation allows.
 */
export async function discover({ issuer, clientId, secret }: ProviderPlace, hosts: NamedHosts): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const fetching = fetcherOf(hosts);
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
