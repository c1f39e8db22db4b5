// Pure: where a provider may stand, and what a change of its settings means.
import { isNamed, type NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';

/**
 * The issuer as it is kept: as typed, since a closing slash is part of the name. Null for what is no address, carries a password, a query
 * or a fragment, or is plain http to a place the installation does not name.
 */
export function issuerOf(typed: string, hosts: NamedHosts): string | null {
  const address = typed.trim().replace(/\/\.well-known\/openid-configuration$/, '');
  const url = URL.parse(address);
  if (!url || url.username || url.password || url.search || url.hash) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isNamed(hosts, url)) ? address : null;
}

/** The names of what differs; values are compared as JSON. */
export const changedNames = (was: object, is: object): string[] =>
  Object.entries(is)
    .filter(([name, value]) => JSON.stringify((was as Record<string, unknown>)[name]) !== JSON.stringify(value))
    .map(([name]) => name);
