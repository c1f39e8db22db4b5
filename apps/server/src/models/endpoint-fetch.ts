import { safeFetch } from '../platform/safe-fetch/safe-fetch.ts';
import type { ModelHosts } from './hosts.rules.ts';
import { isNamed } from './hosts.rules.ts';

const MOST_BYTES = 500_000;

/** The one way out of this room: a `fetch` that reaches public https, and besides only what the installation names. */
export const endpointFetch =
  (hosts: ModelHosts, timeLimitMs: number, maxBytes = MOST_BYTES): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { status, headers, body } = await safeFetch(
      url.href,
      {
        method: init?.method === 'GET' ? 'GET' : 'POST',
        headers: Object.fromEntries(new Headers(init?.headers)),
        ...(typeof init?.body === 'string' ? { body: init.body } : {}),
        ...(init?.signal ? { signal: init.signal } : {}),
      },
      { allow: (host) => host === url.hostname.replace(/^\[|\]$/g, '') && isNamed(hosts, url), timeLimitMs, maxBytes },
    );
    // Whatever else it may be called, these bytes are what an answer is read from.
    const type = headers['content-type'];
    return new Response(new Uint8Array(body), { status, headers: { 'content-type': typeof type === 'string' ? type : 'text/plain' } });
  };
