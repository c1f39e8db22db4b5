// Pure: what an installation lets its administrators reach besides the public internet.

/** `host` (every port) or `host:port`, in lower case. */
export type NamedHosts = readonly string[];

/** Whether the installation names this address itself: then it may be private, and plain http. */
export function isNamed(hosts: NamedHosts, { hostname, port, protocol }: URL): boolean {
  const usual = protocol === 'https:' ? '443' : '80';
  return hosts.includes(hostname) || hosts.includes(`${hostname}:${port || usual}`);
}
