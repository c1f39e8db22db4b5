import { isNamed, type NamedHosts } from './named-hosts.rules.ts';
import { safeFetch } from './safe-fetch.ts';

/** A `fetch` for libraries that bring their own requests: it reaches public https, and besides only what the installation names. */
export const namedFetch =
  (hosts: NamedHosts, limits: { timeLimitMs: number; maxBytes: number }): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { status, headers, body } = await safeFetch(
      url.href,
      {
        method: init?.method === 'GET' ? 'GET' : 'POST',
        headers: Object.fromEntries(new Headers(init?.headers)),
        ...(typeof init?.body === 'string' || init?.body instanceof URLSearchParams ? { body: init.body.toString() } : {}),
        ...(init?.signal ? { signal: init.signal } : {}),
      },
      { allow: (host) => host === url.hostname.replace(/^\[|\]$/g, '') && isNamed(hosts, url), ...limits },
    );
    // Whatever else it may be called, these bytes are what an answer is read from.
    const type = headers['content-type'];
    return new Response(new Uint8Array(body), { status, headers: { 'content-type': typeof type === 'string' ? type : 'text/plain' } });
  };
