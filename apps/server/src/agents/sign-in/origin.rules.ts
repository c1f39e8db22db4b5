// Pure: where a request comes from.

/** The headers by which browsers say from where a request comes, and the hosts (with port) that are ours. */
export type Provenance = { origin: string | undefined; secFetchSite: string | undefined; hosts: readonly string[] };

/**
 * Whether a browser sent a request from our own pages. Browsers set Sec-Fetch-Site where the page is https or local, and Origin with
 * every unsafe request and socket. Only the host is compared: a proxy in front may have ended TLS. 'unknown': neither header, so no
 * browser of these days.
 */
export function provenanceOf({ origin, secFetchSite, hosts }: Provenance): 'same' | 'foreign' | 'unknown' {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' ? 'same' : 'foreign';
  if (origin === undefined) return 'unknown';
  return URL.canParse(origin) && hosts.includes(new URL(origin).host) ? 'same' : 'foreign';
}

/** The network that tries are counted for: an IPv4 address, or the /64 of an IPv6 address, which one household holds whole. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  if (!ip.includes(':')) return ip;
  const [left = '', right = ''] = ip.split('%')[0]!.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === '' ? [] : right.split(':');
  const groups = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
