import { namedFetch } from '../platform/safe-fetch/named-fetch.ts';
import type { ModelHosts } from './hosts.rules.ts';

const MOST_BYTES = 500_000;

/** The one way out of this room: a `fetch` that reaches public https, and besides only what the installation names. */
export const endpointFetch = (hosts: ModelHosts, timeLimitMs: number, maxBytes = MOST_BYTES): typeof fetch =>
  namedFetch(hosts, { timeLimitMs, maxBytes });
