// Pure: which addresses are the public internet. Everything else is somebody's own network and not ours to reach into.
import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address, as text, is one of the public internet: not loopback, private, link-local, shared (RFC 6598), unique local,
 * multicast, documentation or reserved; nor an IPv6 form that stands for an IPv4 address (mapped, translated, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST_V6);
}
