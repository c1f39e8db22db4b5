// Pure: which addresses a model may live at.

import { isNamed, type NamedHosts } from '../platform/safe-fetch/named-hosts.rules.ts';

export type ModelHosts = NamedHosts;

/**
 * The base of an API as it is called: without a path for chat or embeddings, a query or a closing slash. Null for what is no address, carries a
 * password, or is plain http to a place the installation does not name. Whether https leads to a private address is only known when
 * the name is looked up, at every call.
 */
export function baseOf(address: string, hosts: ModelHosts): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password) return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed(hosts, url))) return null;
  return `${url.origin}${url.pathname.replace(/\/((chat\/completions|embeddings)\/?)?$/, '')}`;
}

/** A key is given to one server: another address does not get it. */
export const isSameServer = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
